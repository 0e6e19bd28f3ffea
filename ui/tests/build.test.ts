// @vitest-environment node
// What is shipped, held against the window's content policy and against the pretended backend.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const files = new Map<string, string>();

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const made = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    build: { write: false },
  });
  for (const { output } of Array.isArray(made) ? made : 'output' in made ? [made] : []) {
    for (const file of output) {
      const text = file.type === 'chunk' ? file.code : file.source;
      if (typeof text === 'string') files.set(file.fileName, text);
    }
  }
  vi.unstubAllEnvs();
}, 60_000);

describe('the production build', () => {
  it('has no inline script or style in its page', () => {
    const page = files.get('index.html') ?? '';
    expect(page).toContain('<script type="module"');
    expect(page).not.toMatch(/<script(?![^>]*src=)/u);
    expect(page).not.toMatch(/<style|style=/u);
  });

  it.each([
    ['Agnes Tolland', 'the pretended backend’s sample'],
    ['The pretended program', 'the pretended backend'],
    ['data:font', 'an inlined font'],
    ['url(data:', 'an inlined picture'],
    ['https://fonts.', 'a font from the network'],
  ])('does not contain %j', (words, what) => {
    const found = [...files].filter(([, text]) => text.includes(words)).map(([name]) => name);
    expect(found, what).toEqual([]);
  });

  it('puts no style attribute into markup that a template parses', () => {
    const found = [...files].filter(([, text]) => /<[a-z]+[^<>]* style=/u.test(text));
    expect(found.map(([name]) => name)).toEqual([]);
  });

  it('keeps the colours as they are written, for both schemes', () => {
    const css = [...files].filter(([name]) => name.endsWith('.css')).map(([, text]) => text);
    expect(css.join('')).toContain('light-dark(');
  });
});
