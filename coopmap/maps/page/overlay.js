/* The picture as a layer of the map: the SVG that already stands in the page is taken over, not drawn again. */
const CoopmapPicture = L.SVGOverlay.extend({
  initialize(svg, view) {
    L.SVGOverlay.prototype.initialize.call(this, svg, undefined, { interactive: false });
    this._view = view;
  },
  getBounds() {
    const { width, height } = this._view;
    const corners = [[0, 0], [width, 0], [width, height], [0, height], [width / 2, 0], [width / 2, height]];
    return L.latLngBounds(corners.map((corner) => this._map.options.crs.pointToLatLng(L.point(corner), 0)));
  },
  _reset() {
    const scale = this._map.options.crs.scale(this._map.getZoom());
    L.DomUtil.setPosition(this._image, this._map.getPixelOrigin().multiplyBy(-1));
    this._image.style.width = this._view.width * scale + "px";
    this._image.style.height = this._view.height * scale + "px";
  },
  _animateZoom({ center, zoom }) {
    const corner = this._map._getNewPixelOrigin(center, zoom).multiplyBy(-1);
    L.DomUtil.setTransform(this._image, corner, this._map.getZoomScale(zoom));
  },
});
