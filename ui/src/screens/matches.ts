/** Whether every word asked for begins a word of the text; case and accents do not count. */
export function matches(asked: string, text: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(asked)
    .split(/\s+/u)
    .filter(Boolean)
    .every((start) => words.some((word) => word.startsWith(start)));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
