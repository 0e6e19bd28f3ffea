import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openWindow, sample } from './window';

describe('library', () => {
  it('says what to do when it is empty', async () => {
    const { user, app } = await openWindow({ empty: true });
    expect(
      screen.getByText('No articles yet. Import a file, paste text, or open the sample.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open the sample' }));
    expect(app.route, 'the sample opens at once').toMatchObject({ name: 'article' });
  });

  it('shows each article with progress, disputed count and times', async () => {
    await openWindow();
    const row = screen.getAllByRole('row')[1] as HTMLElement;
    expect(row).toHaveTextContent('The dam that came in under budget');
    expect(row).toHaveTextContent('24 of 31');
    const strip = within(row).getByRole('img');
    expect(strip, 'the strip is told in words').toHaveAccessibleName(
      /24 of 31 closed, 13 verified, 5 attributed-only, 2 disputed/,
    );
  });

  it('is walked and opened from the keyboard', async () => {
    const { user, app, fake } = await openWindow();
    const staged = await fake.call('stage_text', { text: 'Second\n\nIt rained.', html: false });
    await fake.call('import_staged', {
      id: staged.id,
      title: 'Second',
      lang: 'en',
      published: '',
      authors: [],
      publisher: '',
      url: '',
      provenance: 'ours',
      kinds: [],
      put_back: [],
      leave_out: [],
    });
    await app.readLibrary();
    const [first, second] = await screen.findAllByRole('button', { name: /dam|Second/ });
    first?.focus();
    await user.keyboard('{ArrowDown}');
    expect(second, 'the arrow moves the focus').toHaveFocus();
    await user.keyboard('{ArrowDown}{Home}{End}{Enter}');
    expect(app.route).toMatchObject({ name: 'article', article: sample });
  });

  it('takes pasted text and dropped files to the import screen', async () => {
    const { user, app, fake } = await openWindow();
    await user.paste('Storm warning\n\nThe storm comes on Friday.');
    expect(app.dialog).toMatchObject({ name: 'paste' });
    app.dialog = null;
    fake.drop(['file-0']);
    expect(await screen.findByDisplayValue('Harbour to reopen in May')).toBeVisible();
  });
});

describe('first run', () => {
  it('opens the sample when the shell asks for it, however full the library is', async () => {
    const { app } = await openWindow();
    await app.start(true);
    expect(app.route).toMatchObject({ name: 'article', article: sample });
  });

  it('opens on the sample with one line that asks for the name', async () => {
    const { user, app } = await openWindow({ empty: true, settings: {}, me: { named: false } });
    expect(app.route).toMatchObject({ name: 'article', article: sample });
    await user.type(
      await screen.findByLabelText('Your name, as it will stand in reports'),
      'Kari Lind',
    );
    expect(screen.getByLabelText('Initials'), 'initials are proposed').toHaveValue('kl');
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(app.me).toMatchObject({ name: 'Kari Lind', initials: 'kl', named: true });
    expect(app.asksName).toBe(false);
  });

  it('asks again at the first tag, and only once, if put off', async () => {
    const { app } = await openWindow({ empty: true, settings: {}, me: { named: false } });
    app.skipName();
    expect(app.asksName).toBe(false);
    app.tagged();
    expect(app.asksName, 'asked again').toBe(true);
    app.skipName();
    app.tagged();
    expect(app.asksName, 'and then left alone').toBe(false);
  });
});
