declare module 'virtual:words/*' {
  const catalogue: import('@isegoria/ui/web').Catalogue;
  export default catalogue;
}
