/**
 * `widgets.js`: one script on the municipal site, an element for each kind of thing. What they draw is public and the same for everybody; it is asked
 * for without credentials. Who acts does so in a window of the platform (the widgets' second decision).
 */
import { widgetKinds } from '@isegoria/widgets/contracts';
import { newWidget } from './widget';

const script = document.currentScript;
const platform = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;

// Two tags of the script on one page are no harm: an element is defined once.
for (const kind of widgetKinds) {
  const name = `isegoria-${kind}`;
  if (!customElements.get(name)) customElements.define(name, newWidget(kind, platform));
}
