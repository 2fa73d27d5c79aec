/** The one message that leaves the frame. A type only: the two scripts share no file. */
export interface HeightMessage {
  isegoriaHeight: number;
}
