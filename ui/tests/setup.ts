import '@testing-library/jest-dom/vitest';

// What jsdom lacks and the screens rely on. It knows <dialog> but not how to show it: trapping and
// restoring focus is the browser's own; it lays nothing out, so whoever measures gets nothing.
function lend(to: object, what: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(what)) {
    if (!(name in to)) Object.assign(to, { [name]: value });
  }
}

if (typeof window !== 'undefined') {
  lend(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector<HTMLElement>('input, button')?.focus();
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return;
      this.open = false;
      this.dispatchEvent(new Event('close'));
    },
  });
  lend(Element.prototype, { scrollIntoView: () => {} });
  lend(window, {
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
    IntersectionObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
  });
}
