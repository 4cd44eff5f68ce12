/* The map itself: as large as its column when it starts, never smaller, never out of the picture. A narrow
   column starts with a part of the picture, its home; a wide one with all of it. */
const CoopmapMap = L.Map.extend({
  initialize(element, view) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this._view = view;
    this._narrow = JSON.parse(element.dataset.narrow);
    L.Map.prototype.initialize.call(this, element, {
      crs: coopmapCRS(view),
      zoomSnap: 0,
      maxBounds: [[0, 0], [0, 0]], // any will do: the edges are kept by _getBoundsOffset and _dragEdges
      maxBoundsViscosity: 1,
      bounceAtZoomLimits: false,
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      trackResize: false,
      zoomAnimation: !calm,
      inertia: !calm,
    });
    this._fit();
    this.on({ zoomend: this._dragWhenLarger, dragstart: this._dragEdges });
    new CoopmapPicture(element.querySelector(".coopmap-picture"), view).addTo(this);
    new ResizeObserver(() => this._resized()).observe(element);
  },
  reset() {
    this.setView(this._middle(), this.options.minZoom);
  },
  isWhole() {
    return this.getZoom() < this.options.minZoom + 0.01;
  },
  /* Shows the whole picture at the column's exact width: Leaflet's own sizes are rounded to whole pixels. */
  _fit() {
    const element = this.getContainer();
    this._column = element.getBoundingClientRect().width || this._view.width;
    this._home = [0, 0, this._view.width, this._view.height];
    if (this._narrow && this._column < this._narrow.below) this._home = this._narrow.shows;
    element.style.aspectRatio = `${this._home[2]} / ${this._home[3]}`;
    this._sizeChanged = true; // invalidateSize() would begin to pan towards an edge that is about to change
    this.options.minZoom = Math.log2(this._column / this._home[2]);
    this.options.maxZoom = Math.max(this.options.minZoom + 3, 1);
    this.setView(this._middle(), this.options.minZoom, { reset: true });
    this._dragWhenLarger();
  },
  _middle() {
    const [left, top, width, height] = this._home;
    return this.options.crs.pointToLatLng(L.point(left + width / 2, top + height / 2), 0);
  },
  _resized() {
    if (this.getContainer().getBoundingClientRect().width === this._column) return;
    const [whole, center, zoom] = [this.isWhole(), this.getCenter(), this.getZoom()];
    this._fit();
    if (!whole) this.setView(center, zoom, { reset: true });
  },
  /* While the whole picture shows there is nowhere to drag it: a finger scrolls the page instead. */
  _dragWhenLarger() {
    this.dragging[this.isWhole() ? "disable" : "enable"]();
  },
  _dragEdges() {
    const scale = this.options.crs.scale(this.getZoom());
    const corner = this.layerPointToContainerPoint(this.getPixelOrigin().multiplyBy(-1));
    const size = L.point(this._view.width, this._view.height).multiplyBy(scale);
    this.dragging._offsetLimit = L.bounds(
      corner.multiplyBy(-1),
      corner.add(size).multiplyBy(-1).add(this.getSize()),
    );
  },
  /* The picture is a rectangle on paper, not in degrees, so its edges are kept in paper's units. */
  _getBoundsOffset(pixels, _, zoom) {
    const scale = this.options.crs.scale(zoom);
    return L.point(
      this._rebound(-pixels.min.x, pixels.max.x - this._view.width * scale),
      this._rebound(-pixels.min.y, pixels.max.y - this._view.height * scale),
    );
  },
});

function coopmapMap(id) {
  const element = document.getElementById(id);
  const map = new CoopmapMap(element, JSON.parse(element.dataset.view));
  element.dispatchEvent(new CustomEvent("coopmap:map", { detail: map }));
  return map;
}
