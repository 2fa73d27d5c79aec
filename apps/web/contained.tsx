import { Component, type ReactNode } from 'react';

/** A part of a page that breaks takes nothing else with it: the rest of the page stays, the part is left out. */
export class Contained extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
