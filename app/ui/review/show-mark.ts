/**
 * Brings the words of a finding into the part of the page that the dock leaves free, at once: nothing slides. The dock takes
 * the height of what it asks about them in the same frame, so that is waited for. The focus stays where it is.
 * @returns stops it
 */
export function showMark(region: HTMLElement, number: number): () => void {
  const mark = region.querySelector(`mark[data-finding="f${number}"]`);
  const dock = region.querySelector(".sw-review-dock");
  if (!mark) return () => undefined;
  mark.scrollIntoView({ block: "nearest" });
  if (!dock) return () => undefined;
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    mark.scrollIntoView({ block: "nearest" });
  });
  observer.observe(dock);
  return () => observer.disconnect();
}
