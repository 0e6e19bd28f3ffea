const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** BCP 47 for a language that could not be told. */
export const unknownLanguage = 'und';

/** "German" for "de", "not known" for "und"; null for what is no BCP 47 tag. */
export function languageName(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim());
    if (canonical === undefined) return null;
    if (canonical === unknownLanguage) return 'not known';
    return names.of(canonical) ?? 'a language without a name here';
  } catch {
    return null;
  }
}
