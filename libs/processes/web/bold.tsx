/** How a figure stands out in a sentence. */
export const bold = (text: string) => <b>{text}</b>;
