// The screens that no first picture shows: read a moment after it, so that it comes sooner.
export { default as Export } from './Export.svelte';
export { default as Help } from './Help.svelte';
export { default as ImportDialog } from './ImportDialog.svelte';
export { default as Palette } from './Palette.svelte';
export { default as Settings } from './Settings.svelte';
