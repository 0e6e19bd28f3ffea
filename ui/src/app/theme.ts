// Appearance: four remembered choices, put on <html> where the style sheets read them.

export const themes = ['system', 'light', 'dark'] as const;
export const contrasts = ['system', 'normal', 'high'] as const;
export const fonts = ['literata', 'atkinson'] as const;
/** Text sizes as factors of the usual size. */
export const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

export interface Appearance {
  theme: (typeof themes)[number];
  contrast: (typeof contrasts)[number];
  font: (typeof fonts)[number];
  scale: number;
}

function oneOf<T extends string>(all: readonly T[], value: string | undefined): T {
  return all.find((known) => known === value) ?? (all[0] as T);
}

/** The appearance that the settings tell; what they do not tell, or tell wrongly, is the usual. */
export function readAppearance(settings: Readonly<Record<string, string>>): Appearance {
  const scale = Number(settings['text-size'] ?? '1');
  return {
    theme: oneOf(themes, settings['theme']),
    contrast: oneOf(contrasts, settings['contrast']),
    font: oneOf(fonts, settings['reading-font']),
    scale: scales.find((known) => known === scale) ?? 1,
  };
}

/** The next text size up (1) or down (-1); the ends stay. */
export function stepScale(from: number, by: 1 | -1): number {
  const at = scales.findIndex((known) => known === from);
  return scales[(at < 0 ? scales.indexOf(1) : at) + by] ?? from;
}

export function applyAppearance(root: HTMLElement, look: Appearance): void {
  root.dataset['theme'] = look.theme;
  root.dataset['contrast'] = look.contrast;
  root.dataset['font'] = look.font;
  root.style.setProperty('--text-scale', String(look.scale));
}
