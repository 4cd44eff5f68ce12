/* What a reader sees of each panel, in pixels of the window. Boxes are [left, top, right, bottom]. */
() => {
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const frame = document.querySelector(".coopmap-frame");
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const panels = [...frame.querySelectorAll(".coopmap-map, .coopmap-inset")].filter(shown).map((panel) => {
    const svg = panel.querySelector(".coopmap-picture");
    const matrix = svg.getScreenCTM();
    const at = (element) => {
      const { x, y } = new DOMPoint(...element.dataset.at.split(" ").map(Number)).matrixTransform(matrix);
      return [element.dataset.code, [x, y]];
    };
    const labels = [...svg.querySelectorAll("text[data-letters]")].filter(shown);
    return {
      edge: box(panel),
      unit: matrix.a,
      size: labels.length ? parseFloat(getComputedStyle(labels[0]).fontSize) * matrix.a : 0,
      labels: labels.map((label) => [label.dataset.letters, box(label)]),
      anchors: [...svg.querySelectorAll(".coopmap-place, .coopmap-dot")].map(at),
      dots: [...svg.querySelectorAll(".coopmap-dot")].map(at),
    };
  });
  const buttons = document.querySelector(".coopmap-zoom");
  return {
    width: frame.getBoundingClientRect().width,
    scrolls: document.documentElement.scrollWidth > window.innerWidth,
    panels,
    buttons: shown(buttons) ? box(buttons) : null,
  };
}
