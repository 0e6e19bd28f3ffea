/** Where the focus and the pointer are, told to each row alone: thousands need not ask at a key. */
export class Mark {
  /** Tab leads here. */
  here = $state(false);
  over = $state(false);
  readonly active = $derived(this.here || this.over);
}
