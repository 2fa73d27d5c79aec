export {
  type Card, type CardAct, type CardBar, type CardCheck, type CardFigure, type CardItem, type CardWord, cardWords, type WidgetKind, widgetKinds, type WidgetThing,
} from './card';
export { type Colour, colourNames, type ColourPair, colours, contrast, type Look, lookRule, readLook, tooFaint } from './look';
export { type ActMessage, askingOrigin, isSecret, readMessage } from './messages';
export { elementTag, frameTag, policyFor, quoted, scriptTag, styleFor, type TagOptions } from './tag';
export { readThing, singleKinds, thingAt, thingQuery } from './things';
/** The slice's words, for the cards and the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
