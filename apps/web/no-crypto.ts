/** Browsers have Web Crypto; what a library would ask of Node's `crypto` without it is never asked here. */
export default {};
