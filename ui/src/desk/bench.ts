// For `make bench`: how long from a tag's key to the picture, measured in the window itself.

declare global {
  interface Window {
    /** Milliseconds from keydown to the second animation frame, one a tag key. */
    __stetKeyToPaint?: number[];
  }
}

const tagging = new Set(['v', 'd', 'a', 'n', '1', '2', '3', '4']);

/** Measures tag keys while the setting `bench` is on. */
export function measureKeys(root: HTMLElement, on: boolean): (() => void) | void {
  if (!on) return;
  const times: number[] = (window.__stetKeyToPaint = []);
  const heard = (event: KeyboardEvent): void => {
    const inText = (event.target as Element).closest('[data-place="text"]') !== null;
    if (!inText || event.ctrlKey || event.altKey || !tagging.has(event.key.toLowerCase())) return;
    const from = event.timeStamp;
    performance.mark('stet:key');
    requestAnimationFrame(() => requestAnimationFrame((now) => times.push(now - from)));
  };
  root.addEventListener('keydown', heard, { capture: true });
  return () => root.removeEventListener('keydown', heard, { capture: true });
}
