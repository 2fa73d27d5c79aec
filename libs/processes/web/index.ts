export { DeskRows, type DeskRow } from './desk-rows';
export { DiscardAct, ExtendForm, Extensions, PublishAct, type PublishActProps, WithdrawForm } from './for-a-time';
export { ProcessCard } from './process-card';
export { closing, opening } from './time-left';
