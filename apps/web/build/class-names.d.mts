export function shortClassNames(root: string): (name: string, file: string) => string;
