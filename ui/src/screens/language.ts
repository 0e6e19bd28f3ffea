const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** "German" for "de"; null for what is no BCP 47 tag of a known language. */
export function languageName(tag: string): string | null {
  try {
    return names.of(tag.trim()) ?? null;
  } catch {
    return null;
  }
}
