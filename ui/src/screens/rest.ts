// The screens that no first picture shows: read a moment after it, so that it comes sooner.
export { default as Agreement } from './Agreement.svelte';
export { default as Conflicts } from './Conflicts.svelte';
export { default as Export } from './Export.svelte';
export { default as FinishReading } from './FinishReading.svelte';
export { default as Help } from './Help.svelte';
export { default as ImportDialog } from './ImportDialog.svelte';
export { default as Palette } from './Palette.svelte';
export { default as Received } from './Received.svelte';
export { default as SecondReader } from './SecondReader.svelte';
export { default as Settings } from './Settings.svelte';
export { default as Share } from './Share.svelte';
