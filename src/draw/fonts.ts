import type { FontSource } from './messages';

/** The page's own fonts that come as files: a thread has none by itself. */
export function fontsOfPage(page: Document): FontSource[] {
  return [...page.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => {
      if (typeof CSSFontFaceRule === 'undefined' || !(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const address = /url\((["']?)([^"')]+)\1\)/.exec(style.getPropertyValue('src'))?.[2];
      if (address === undefined) return [];
      const source = `url(${JSON.stringify(new URL(address, sheet.href ?? page.baseURI).href)})`;
      const family = style.getPropertyValue('font-family').replaceAll(/["']/g, '');
      return [{ family, source, weight: style.getPropertyValue('font-weight') }];
    }),
  );
}

/** Style sheets of other hosts, such as extensions', may not be read. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
