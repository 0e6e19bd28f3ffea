import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openWindow, sample } from './window';

const route = { name: 'export', article: sample } as const;

describe('export', () => {
  it('names the article of the very first run, too', async () => {
    const { user } = await openWindow({ empty: true, settings: {} });
    await user.keyboard('{Control>}e{/Control}');
    expect(
      await screen.findByRole('heading', { name: 'The dam that came in under budget' }),
    ).toBeVisible();
    await screen.findByTitle('The report');
  });

  it('shows the real page in a frame where no script runs', async () => {
    await openWindow({}, route);
    const frame = await screen.findByTitle('The report');
    expect(frame.getAttribute('sandbox'), 'no allow-scripts').toBe('allow-same-origin');
    expect(frame.getAttribute('srcdoc')).toContain('The dam that came in under budget');
  });

  it('remembers the format and shows it as text', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(await screen.findByLabelText(/Markdown/));
    expect(await screen.findByLabelText('The report')).toHaveTextContent(
      '# The dam that came in under budget',
    );
    expect(app.settings['export-format']).toBe('md');
  });

  it('leads from a check to its sentence', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(await screen.findByRole('button', { name: 'Go to sentence 21' }));
    expect(app.route).toEqual({ name: 'article', article: sample, label: '21' });
  });

  it('saves through the shell and says where', async () => {
    const { user, fake, app } = await openWindow({}, route);
    const save = await screen.findByRole('button', { name: 'Save…' });
    await waitFor(() => expect(save).toBeEnabled());
    await user.click(save);
    expect(fake.asked).toContain(`saveReport ${sample} html`);
    expect(await screen.findByText(/^~\/Documents\/The dam/)).toBeVisible();
    expect(app.status).toContain('Saved: ~/Documents/');
  });

  it('says what failed instead of showing an old page', async () => {
    const { fake, app } = await openWindow();
    fake.refuse('report', 'internal');
    app.go(route);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong inside Stet');
  });
});
