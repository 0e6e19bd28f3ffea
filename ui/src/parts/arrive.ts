import type { Attachment } from 'svelte/attachments';

/** On the heading of a screen: takes the focus on arrival, so that it is read and Tab starts there. */
export const arrive: Attachment<HTMLElement> = (heading) => {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};

/** On what comes to be the thing to do next in a dialog that is open already. */
export const takeFocus: Attachment<HTMLElement> = (node) => node.focus({ preventScroll: true });
