import { waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { desk, goTo, option } from './testing';

it('shows what the file held on a sentence, and makes a source of it', async () => {
  const { app, fake, user } = await desk();
  const opened = await fake.call('open_sample', {});
  const sentence = opened.view.sentences.find((one) => one.label === '3')!;
  sentence.remarks = [
    {
      start: sentence.start,
      end: sentence.end,
      kind: 'comment',
      author: 'Ana Ruiz',
      text: 'See the minutes, https://example.org/minutes.',
    },
  ];
  app.go({ name: 'library' });
  await waitFor(() => expect(option('3')).toBeNull());
  app.open(opened);
  await waitFor(() => expect(option('3')).not.toBeNull());
  await goTo(user, '3');
  const remarks = (): HTMLElement => document.querySelector('[aria-labelledby="remarks-title"]')!;
  await waitFor(() => expect(remarks().textContent).toContain('Ana Ruiz'));
  await user.click(remarks().querySelector('button')!);
  await waitFor(() => expect(document.querySelector('#source-form')).not.toBeNull());
  const values = [...document.querySelectorAll<HTMLInputElement>('#source-form input')].map(
    (one) => one.value,
  );
  expect(values).toContain('https://example.org/minutes');
});
