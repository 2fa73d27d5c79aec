export { WhoAnsweredView, type WhoAnsweredProps } from './who-answered';
