declare module 'opencc-js/dict/TSCharacters' {
  /** Entries "FROM TO [TO …]" separated by "|". */
  const characters: string;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default characters;
}
