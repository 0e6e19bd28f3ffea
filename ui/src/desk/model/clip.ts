// What a pasted text is, and where a caret stands.

/** The address, if the text is nothing but one http(s) address. */
export function address(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/u.test(trimmed) || !/^https?:\/\//i.test(trimmed)) return null;
  try {
    return new URL(trimmed).hostname === '' ? null : trimmed;
  } catch {
    return null;
  }
}

/** A short name for an address, until somebody gives the source a title. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

/** Code points before a place counted in UTF-16 units, as the page counts: the one conversion there is. */
export function codePoints(text: string, units: number): number {
  let count = 0;
  for (const one of text.slice(0, units)) count += one.length > 0 ? 1 : 0;
  return count;
}

/** `10:04` of an ISO time, in the person's own zone. */
export function clock(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? ''
    : `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** `3 November 2026`, or `2 to 8 November 2026`, of one ISO 8601 date or two with a slash between. */
export function day(dates: string): string {
  const [first, last] = dates.split('/').map((one) => new Date(`${one}T00:00:00Z`));
  const form = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  if (!first || Number.isNaN(first.getTime())) return dates;
  return last && !Number.isNaN(last.getTime()) ? form.formatRange(first, last) : form.format(first);
}
