/* Where a place of the earth stands on the picture: the projections of coopmap's atlas, on the same sphere. */
var coopmapProjections = (function () {
  const RAD = Math.PI / 180;
  const [A, B, C, D] = [1.340264, -0.081106, 0.000893, 0.003796];
  const M = Math.sqrt(3) / 2;
  const MARK = 1080; // degrees added to a longitude beyond the map's edge, so that it finds its way back
  const unit = (x) => Math.max(-1, Math.min(1, x));

  const height = (t) => t * (A + B * t ** 2 + t ** 6 * (C + D * t ** 2));
  const slope = (t) => A + 3 * B * t ** 2 + t ** 6 * (7 * C + 9 * D * t ** 2);

  function equalEarth(view) {
    return {
      project({ lat, lng }) {
        const t = Math.asin(M * Math.sin(lat * RAD));
        let east = lng - view.longitude;
        if (Math.abs(lng) > MARK / 2) east -= MARK * Math.sign(lng);
        else if (Math.abs(east) > 180) east -= 360 * Math.round(east / 360);
        return L.point((east * RAD * Math.cos(t)) / (M * slope(t)), height(t));
      },
      unproject({ x, y }) {
        let t = y;
        for (let i = 0; i < 12; i++) t = Math.max(-1.5, Math.min(1.5, t - (height(t) - y) / slope(t)));
        const east = (M * x * slope(t)) / Math.cos(t) / RAD;
        const mark = Math.abs(east) > 180 ? MARK * Math.sign(east) : 0;
        return L.latLng(Math.asin(unit(Math.sin(t) / M)) / RAD, view.longitude + east + mark);
      },
    };
  }

  function lambertAzimuthal(view) {
    const sin0 = Math.sin(view.latitude * RAD);
    const cos0 = Math.cos(view.latitude * RAD);
    return {
      project({ lat, lng }) {
        const [north, east] = [lat * RAD, (lng - view.longitude) * RAD];
        const [sin, cos] = [Math.sin(north), Math.cos(north)];
        const k = Math.sqrt(2 / Math.max(1 + sin0 * sin + cos0 * cos * Math.cos(east), 1e-12));
        return L.point(k * cos * Math.sin(east), k * (cos0 * sin - sin0 * cos * Math.cos(east)));
      },
      unproject({ x, y }) {
        const rho = Math.hypot(x, y);
        if (rho === 0) return L.latLng(view.latitude, view.longitude);
        const arc = 2 * Math.asin(unit(rho / 2));
        const [sin, cos] = [Math.sin(arc), Math.cos(arc)];
        const lng = view.longitude + Math.atan2(x * sin, rho * cos0 * cos - y * sin0 * sin) / RAD;
        return L.latLng(Math.asin(unit(cos * sin0 + (y * sin * cos0) / rho)) / RAD, lng);
      },
    };
  }

  return { "equal-earth": equalEarth, "lambert-azimuthal": lambertAzimuthal };
})();

/* Leaflet's name for this: at zoom 0 one pixel is one picture unit, each whole zoom doubles it. */
function coopmapCRS(view) {
  return L.extend({}, L.CRS, {
    code: "coopmap:" + view.projection,
    projection: coopmapProjections[view.projection](view),
    transformation: L.transformation(view.scale, -view.left * view.scale, -view.scale, view.top * view.scale),
    scale: (zoom) => 2 ** zoom,
    zoom: (scale) => Math.log2(scale),
    infinite: true,
    R: L.CRS.Earth.R,
    distance: L.CRS.Earth.distance,
  });
}
