import { screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { received, sent } from './sharing';
import { openWindow, sample, type Opened } from './window';

const option = (label: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[role=option][data-label="${label}"]`);

/** The sample open, as an article of one's own that may be asked about. */
async function desk(): Promise<Opened> {
  const opened = await openWindow({ own: true }, { name: 'article', article: sample });
  await screen.findByRole('listbox');
  return opened;
}

/** A colleague's file, checked blind. */
async function blind(): Promise<Opened> {
  const opened = await received([sent()], { own: true });
  await opened.user.click(await screen.findByRole('button', { name: 'Check blind' }));
  await screen.findByRole('listbox');
  return opened;
}

describe('a second reader', () => {
  it('is asked for a random share, blind unless said otherwise, and told what comes next', async () => {
    const { user, app, fake } = await desk();
    const view = (await fake.call('open_article', { article: sample })).view;
    await user.keyboard('{Control>}{Shift>}r{/Shift}{/Control}');
    const who = await screen.findByRole('combobox', { name: 'Who' });
    expect(who).toHaveFocus();
    await user.selectOptions(who, 'Somebody who is not here yet…');
    expect(screen.getByText('Say who is to read.')).toBeVisible();
    await user.type(screen.getByLabelText('Name'), 'Ben Moe');
    await user.click(screen.getByRole('radio', { name: 'A random share' }));
    const share = screen.getByLabelText('Number or percentage of sentences');
    await user.clear(share);
    await user.type(share, '50 %');
    const half = Math.ceil(view.sentences.length / 2);
    expect(screen.getByText(new RegExp(`^${half} of ${view.sentences.length}`))).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /Blind/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    const lead = await screen.findByText(/Ben Moe is asked to read/);
    expect(lead).toHaveTextContent(`${half} of ${view.sentences.length} sentences, blind.`);
    expect(screen.getByRole('heading', { name: 'Readings of this article' })).toBeVisible();
    expect(screen.getByText(/not done yet · asked by Kari Lind/)).toBeVisible();
    const next = screen.getByRole('button', { name: 'Share the article with Ben Moe…' });
    expect(next).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(app.dialog).toEqual({ name: 'share', articles: [sample] });
  });

  it.each(['', '0', '101 %', '9999', 'half'])('is not asked for “%s”', async (words) => {
    const { user, app } = await desk();
    app.run('second-reader');
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Who' }),
      'Whoever takes it',
    );
    await user.click(screen.getByRole('radio', { name: 'A random share' }));
    const share = screen.getByLabelText('Number or percentage of sentences');
    await user.clear(share);
    if (words) await user.type(share, words);
    expect(screen.getByRole('button', { name: 'Ask' })).toBeDisabled();
    expect(share).toHaveAttribute('aria-invalid', 'true');
  });

  it('can be somebody known here', async () => {
    const { user, app } = await received([sent()], { own: true });
    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    await screen.findByRole('heading', { name: 'Merged' });
    app.go({ name: 'article', article: sample });
    await screen.findByRole('listbox');
    app.run('second-reader');
    const who = await screen.findByRole('combobox', { name: 'Who' });
    await user.selectOptions(who, 'Ole Berg');
    expect(screen.getByText(/Key 91c0 3f2a 77de 0412/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/Ole Berg is asked to read/)).toBeVisible();
  });

  it('who is refused is told why', async () => {
    const { user, app, fake } = await desk();
    app.run('second-reader');
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Who' }),
      'Whoever takes it',
    );
    fake.refuse('assign', 'value-refused');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That was not accepted');
  });

  it('is accessible', async () => {
    const { user, app } = await desk();
    app.run('second-reader');
    await user.click(await screen.findByRole('radio', { name: 'A random share' }));
    expect((await axe.run(document.body)).violations).toEqual([]);
  });
});

describe('a blind reading', () => {
  it('begins with what was sent, and shows nothing of the others', async () => {
    const { app } = await blind();
    expect(app.dialog).toBeNull();
    expect(app.status).toBe('Merged. You read it blind from now on.');
    const line = screen.getByRole('region', { name: 'Second reading' });
    expect(line).toHaveTextContent(/Blind reading: 0 of \d+ tagged\. Others’ tags, findings and/);
    expect(option('1'), 'nobody’s mark').toHaveClass('untagged');
    expect(document.body).not.toHaveTextContent('The diary says autumn.');
  });

  it('counts what is tagged, asks once where some is left, and then compares', async () => {
    const { user, app } = await blind();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'option'));
    await user.keyboard('{Control>}g{/Control}');
    await waitFor(() => expect(document.activeElement?.id).toBe('find-field'));
    await user.keyboard('1{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(option('1')));
    await user.keyboard('dv');
    const line = screen.getByRole('region', { name: 'Second reading' });
    await waitFor(() => expect(line).toHaveTextContent(/2 of \d+ tagged/));
    await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
    expect(await screen.findByText(/\d+ sentences are not tagged yet\./)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Go on tagging' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /^Close/ }));
    expect(app.dialog).toBeNull();
    expect(screen.getByRole('region', { name: 'Second reading' }), 'still blind').toBeVisible();
    app.run('finish-reading');
    await user.click(await screen.findByRole('button', { name: 'Finish all the same' }));
    expect(
      await screen.findByText(/^You and Ole Berg agree on|^You and Sample checker/),
    ).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Second reading' })).toBeNull(),
    );
  });

  it('that nobody asked for is begun from the list of readings', async () => {
    const { user, app } = await desk();
    app.run('second-reader');
    await user.click(await screen.findByRole('button', { name: 'Check it blind yourself' }));
    expect(await screen.findByText(/Blind reading: 0 of/)).toBeVisible();
    expect(app.dialog).toBeNull();
  });

  it('refuses to tell how far people agree', async () => {
    const { user, app } = await blind();
    app.run('agreement');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You are reading this article blind.',
    );
    expect((await axe.run(document.body)).violations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Finish the reading…' }));
    expect(await screen.findByText(/not tagged yet\./)).toBeVisible();
  });
});

describe('a reading that is asked of one', () => {
  async function asked(): Promise<Opened> {
    const opened = await openWindow({ own: true });
    const { fake, app } = opened;
    await fake.call('assign', {
      article: sample,
      reader: 'Kari Lind',
      person: '',
      blind: true,
      count: 3,
    });
    const call = fake.call.bind(fake);
    // As the receiver sees it.
    fake.call = async (name, takes) => {
      const answer = await call(name, takes);
      const view = (answer as { view?: { readings?: { state: string; asked_by: string }[] } }).view;
      for (const one of view?.readings ?? []) {
        if (one.state !== 'asked-of-others') continue;
        one.state = 'asked';
        one.asked_by = 'Anna Roe';
      }
      return answer;
    };
    app.go({ name: 'article', article: sample });
    await screen.findByRole('listbox');
    return opened;
  }

  it('says so quietly, begins by key, and leads through just its sentences', async () => {
    const { user } = await asked();
    const line = screen.getByRole('region', { name: 'Second reading' });
    expect(line).toHaveTextContent('Anna Roe asks you for a blind second reading of 3 sentences.');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('role', 'option'));
    // The pretended program knows the reading as somebody else's until it is begun by its id.
    await user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
    await waitFor(() => expect(screen.getByText(/Blind reading: 0 of 3 tagged/)).toBeVisible());
    const first = document.activeElement as HTMLElement;
    expect(first, 'on the first of them').toHaveAttribute('data-at', '0');
    expect(first).toHaveAccessibleName(/asked for/);
    const all = [...document.querySelectorAll('[role=option]')];
    expect(all.filter((one) => one.classList.contains('aside'))).toHaveLength(all.length - 3);
    await user.keyboard('vvv');
    await waitFor(() => expect(screen.getByText(/all 3 tagged/)).toBeVisible());
    expect(document.activeElement, 'not past what was asked').toHaveAttribute('data-at', '2');
    await user.keyboard('u');
    expect(document.querySelector('#status')).toHaveTextContent(
      'All 3 sentences of the reading tagged.',
    );
    await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
    expect(await screen.findByRole('heading', { name: 'Agreement' })).toBeVisible();
  });
});

describe('the agreement', () => {
  async function compared(): Promise<Opened> {
    const opened = await desk();
    const { fake, app } = opened;
    const answer = {
      article: sample,
      title: 'The dam',
      reading: 'r1',
      at: '2026-11-20T09:00:00.000Z',
      blind: true,
      sentences: 40,
      whole: false,
      readers: [
        { checker: 'Anna Roe', checker_id: 'a', tagged: 40 },
        { checker: 'Kari Lind', checker_id: app.me.id, tagged: 38 },
        { checker: 'Ben Moe', checker_id: 'b', tagged: 40 },
      ],
      pairs: [
        pair('Anna Roe', 'Kari Lind', 38, 31),
        pair('Anna Roe', 'Ben Moe', 40, 40, null),
        pair('Kari Lind', 'Ben Moe', 0, 0, null),
      ],
      alpha: { value: 0.703, low: 0.5, high: 0.86 },
      disagreements: [
        {
          label: '3',
          start: 0,
          end: 9,
          text: 'Words of three.',
          tags: ['verified', 'disputed', 'verified'] as const,
        },
      ],
    };
    const open = { ...answer, reading: null, at: '', blind: false, whole: true };
    const call = fake.call.bind(fake);
    fake.call = ((name: string, takes: never) =>
      name === 'agreement'
        ? Promise.resolve([open, answer])
        : call(name as 'start', takes)) as typeof fake.call;
    app.run('agreement');
    await screen.findByRole('heading', { name: 'Agreement' });
    return opened;
  }
  const pair = (
    first: string,
    second: string,
    both: number,
    agreed: number,
    kappa: { value: number; low: number; high: number } | null = {
      value: 0.672,
      low: 0.48,
      high: 0.86,
    },
  ) => ({
    first,
    second,
    both,
    agreed,
    kappa,
    table: [
      [agreed, both - agreed, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
    tags: (['verified', 'disputed', 'attributed-only', 'no-claim'] as const).map((tag) => ({
      tag,
      first: both,
      second: agreed,
      both: agreed,
      agreement: tag === 'verified' ? 0.8986 : null,
    })),
  });

  it('is said in words first, then in figures with what they mean', async () => {
    await compared();
    expect(screen.getByText('You and Anna Roe agree on 31 of 38 sentences.')).toBeVisible();
    expect(screen.getByText(/Tags of 20 Nov 2026, on 40 sentences drawn at random/)).toBeVisible();
    expect(screen.getByText(/Read blind/)).toHaveTextContent('You had tagged 38 of 40.');
    expect(screen.getByText('0.67')).toBeVisible();
    expect(screen.getByText('95 %: 0.48 to 0.86')).toBeVisible();
    expect(screen.getByText('0.70')).toBeVisible();
    expect(screen.getByText('90 %'), 'tag by tag').toBeVisible();
    expect(screen.getByText(/1 is full agreement/)).toBeVisible();
  });

  it('has its picture as a table, too', async () => {
    await compared();
    const table = screen.getByRole('table', { name: /Anna Roe \(rows\) and You \(columns\)/ });
    const [, first] = within(table).getAllByRole('row');
    expect(
      within(first!)
        .getAllByRole('cell')
        .map((one) => one.textContent),
    ).toEqual(['31', '7', '0', '0']);
  });

  it('lists where the two differ; Enter goes there', async () => {
    const { user, app } = await compared();
    const one = screen.getByRole('button', { name: /Words of three/ });
    expect(one).toHaveTextContent(/Anna Roe verified\s*You disputed/);
    one.focus();
    await user.keyboard('{Enter}');
    expect(app.dialog).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(option('3')));
  });

  it('of several is chosen: by reading and by two', async () => {
    const { user } = await compared();
    await user.selectOptions(screen.getByLabelText('Of whom'), 'Anna Roe and Ben Moe');
    expect(screen.getByText('Anna Roe and Ben Moe agree on all 40 sentences.')).toBeVisible();
    expect(screen.getByText('not defined: one tag throughout')).toBeVisible();
    expect(screen.getByText('Nowhere do the two differ')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Of whom'), 'You and Ben Moe');
    expect(screen.getByText('You and Ben Moe have tagged no sentence in common.')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Reading'), 'As it stands now');
    expect(screen.getByText(/The tags as they stand now/)).toBeVisible();
  });

  it('is accessible', async () => {
    await compared();
    expect((await axe.run(document.body)).violations).toEqual([]);
  });

  it('says what to do where there is none', async () => {
    const { app } = await desk();
    app.run('agreement');
    expect(await screen.findByText('Nobody else has tagged this article yet.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Second reader…' })).toHaveFocus();
  });
});
