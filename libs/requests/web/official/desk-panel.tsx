export interface DeskPanelProps {
  requestId: string;
  /** After each act: the page asks again. */
  onChanged(): void;
}

/** What an official of the department does with a request, beside its public page. */
export function DeskPanel(_props: DeskPanelProps) {
  return null;
}
