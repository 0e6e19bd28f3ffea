/** Initials to propose for a name: "Kari Lind" gives "kl"; at most four letters. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s\-–.]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, 4)
    .join('')
    .toLocaleLowerCase();
}
