// Times as people say them. The interface is in English, so its dates are too, whatever the system's.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** "10:04" today, else "yesterday", "2 Nov", "2 Nov 2025"; empty for what is no time. */
export function whenWords(iso: string, now: Date): string {
  const at = new Date(iso);
  if (!iso || Number.isNaN(at.getTime())) return '';
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return `today ${clock.format(at)}`;
  if (days === 1) return `yesterday ${clock.format(at)}`;
  return (at.getFullYear() === now.getFullYear() ? day : dayOfYear).format(at);
}

/** "5 Nov 2026" for an ISO 8601 date; the words as they are where it is none. */
export function dateWords(date: string): string {
  return isDate(date) ? dayOfYear.format(new Date(`${date}T12:00:00`)) : date;
}

/** Whether the words are an ISO 8601 date that the calendar has. */
export function isDate(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(words)) return false;
  const at = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(words);
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
