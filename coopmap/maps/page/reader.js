/* What a reader does with the map: point at it, tap it, walk it by keyboard, zoom it. Works before and without
   Leaflet, which starts at the first touch (or after the first paint, when something was added to the map). */
(function () {
  const REACH = 16; // pixels around a place that still mean the place
  const DOT = 12; // pixels around a dot that mean the dot, whatever lies below it: a target of 24 pixels

  function read(root) {
    const frame = root.querySelector(".coopmap-frame");
    const box = frame.querySelector(".coopmap-map");
    const svg = box.querySelector(".coopmap-picture"); // the main panel; an inset may follow it
    const tip = frame.querySelector(".coopmap-tip");
    const live = frame.querySelector(".coopmap-live");
    const buttons = frame.querySelector(".coopmap-zoom");
    const engine = document.getElementById("coopmap-engine");
    const pictures = [...frame.querySelectorAll(".coopmap-picture")];
    const places = collect(root, frame);
    let map = null;
    let current = null;
    let here = -1; // where a walk by keyboard stands
    let awake = false;

    /* Leaflet and its styles lie in the page as text; now they run. The page's policy knows their hashes. */
    function start() {
      if (map || !engine) return map;
      box.addEventListener("coopmap:map", (event) => adopt(event.detail), { once: true });
      const style = document.createElement("style");
      style.textContent = document.getElementById("coopmap-engine-style").textContent;
      document.head.prepend(style); // before ours, which has the last word
      const script = document.createElement("script");
      script.textContent = engine.textContent;
      document.body.append(script);
      return map;
    }

    function adopt(started) {
      map = started;
      map.on("zoomstart movestart", () => show(null));
      map.on("zoomend", settle);
      settle();
    }

    function settle() {
      pictures.forEach((picture) => {
        const grain = picture.viewBox.baseVal.width / (picture.getBoundingClientRect().width || 1);
        picture.querySelectorAll("pattern").forEach((each) => each.setAttribute("patternTransform", `scale(${grain.toFixed(3)})`));
      });
      const whole = !map || map.isWhole();
      frame.classList.toggle("coopmap-closer", !whole);
      box.style.setProperty("--coopmap-closer", whole ? 1 : 2 ** (map.getZoom() - map.options.minZoom));
      buttons.children[1].disabled = buttons.children[2].disabled = whole;
    }

    function zoom(step) {
      if (!start()) return;
      if (step) map.setZoom(map.getZoom() + step);
      else map.reset();
    }

    /* Marks a place on the map and in the table, and names it beside the given point or its own. */
    function show(place, point, aloud) {
      if (current && current !== place) mark(current, false);
      current = place;
      tip.hidden = !place;
      if (!place) return;
      here = places.indexOf(place);
      mark(place, true);
      tip.children[0].textContent = place.name;
      tip.children[1].textContent = place.role;
      if (place.shapes.length) put(point || screen(place));
      else tip.hidden = true;
      if (aloud) live.textContent = `${place.name}: ${place.role}`;
    }

    function mark(place, on) {
      place.row.classList.toggle("coopmap-on", on);
      place.shapes.forEach((shape) => shape.classList.toggle("coopmap-on", on));
      const outline = place.shapes.find((shape) => shape.matches(".coopmap-place"));
      const chosen = place.picture && place.picture.querySelector(".coopmap-chosen");
      if (chosen) chosen.setAttribute("d", on && outline ? outline.getAttribute("d") : "");
    }

    function put(point) {
      const room = frame.getBoundingClientRect();
      const [width, height] = [tip.offsetWidth, tip.offsetHeight];
      const x = Math.max(0, Math.min(room.width - width, point.x - room.x - width / 2));
      const above = point.y - room.y - height - 14;
      tip.style.left = `${x}px`;
      tip.style.top = `${above < 0 ? point.y - room.y + 18 : above}px`;
    }

    function screen(place) {
      return new DOMPoint(...place.at).matrixTransform(place.picture.getScreenCTM());
    }

    /* The place a pointer means: a dot close by, else the place under it, else the nearest within reach. */
    function find(event) {
      const nearest = (list, reach) => {
        const far = ({ x, y }) => Math.hypot(x - event.clientX, y - event.clientY);
        const ranked = list.map((place) => [far(screen(place)), place]).sort((a, b) => a[0] - b[0]);
        return ranked.length && ranked[0][0] <= reach ? ranked[0][1] : null;
      };
      const drawn = places.filter((place) => place.shapes.length);
      const under = drawn.find((place) => place.shapes.includes(event.target));
      return nearest(drawn.filter((place) => place.dot), DOT) || under || nearest(drawn, REACH);
    }

    function step(event) {
      const forward = getComputedStyle(root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
      const last = places.length - 1;
      const to = {
        [forward]: here < last ? here + 1 : 0,
        [back]: here > 0 ? here - 1 : last,
        Home: 0,
        End: last,
      };
      to.ArrowDown = to[forward];
      to.ArrowUp = to[back];
      if (!(event.key in to) || last < 0) return false;
      visit(places[to[event.key]]);
      return true;
    }

    function visit(place) {
      if (map && !map.isWhole() && place.picture && place.picture !== svg) map.reset(); // the inset shows again
      else if (map && !map.isWhole() && place.shapes.length) {
        const point = map.options.crs.pointToLatLng(L.point(place.at), 0);
        if (!map.getBounds().pad(-0.1).contains(point)) map.panTo(point, { animate: false });
      }
      show(place, null, true);
    }

    function press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== box) return;
      const zooms = { "+": 1, "=": 1, "-": -1, 0: 0 };
      if (event.key in zooms) zoom(zooms[event.key]);
      else if (event.key === "Escape") leave();
      else if (!step(event)) return;
      event.preventDefault();
    }

    function leave() {
      show(null);
      here = -1;
      box.blur();
    }

    /* Scrolling past must not zoom: the wheel is Leaflet's only with Ctrl, or after a click into the map. */
    function wheel(event) {
      const nowhere = map && map.isWhole() && event.deltaY > 0;
      if (!(event.ctrlKey || event.metaKey) && (!awake || nowhere)) event.stopPropagation();
    }

    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-labelledby", svg.querySelector("title").id);
    box.setAttribute("aria-describedby", frame.querySelector(".coopmap-hint").id);
    frame.querySelectorAll("path > title").forEach((title) => title.remove()); // the browser's own slow tooltips
    frame.classList.add("coopmap-live-map");
    buttons.hidden = !engine;
    [1, -1, 0].forEach((by, at) => buttons.children[at].addEventListener("click", () => zoom(by)));

    box.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && start());
    box.addEventListener("touchstart", start, { passive: true });
    frame.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse") return;
      const idle = event.buttons || buttons.contains(event.target);
      show(idle ? null : find(event), { x: event.clientX, y: event.clientY });
    });
    frame.addEventListener("pointerleave", (event) => {
      awake = false;
      if (event.pointerType === "mouse") show(null);
    });
    frame.addEventListener("click", (event) => {
      if (buttons.contains(event.target)) return;
      awake = box.contains(event.target);
      show(find(event), { x: event.clientX, y: event.clientY }, true);
    });
    box.addEventListener("keydown", press);
    box.addEventListener("blur", () => show(null));
    frame.addEventListener("wheel", wheel, { capture: true, passive: true });
    places.forEach((place) => {
      place.row.addEventListener("pointerenter", () => show(place));
      place.row.addEventListener("pointerleave", () => show(null));
    });
    new ResizeObserver(settle).observe(box);
    if (engine && engine.dataset.start === "now") setTimeout(start);
  }

  /* The participants in reading order: names and roles from the table, shapes from the picture. */
  function collect(root, frame) {
    return [...root.querySelectorAll("tr[data-code]")].map((row) => {
      const shapes = [...frame.querySelectorAll("[data-code]")].filter((each) => each.dataset.code === row.dataset.code);
      return {
        row,
        shapes,
        name: row.cells[0].textContent.trim(),
        role: row.cells[1].textContent.trim(),
        picture: shapes.length ? shapes[0].closest("svg") : null,
        dot: shapes.some((shape) => shape.matches(".coopmap-dot")),
        at: shapes.length ? shapes[0].dataset.at.split(" ").map(Number) : [],
      };
    });
  }

  /* The first paint comes first: until then the page is a picture and a table. */
  requestAnimationFrame(() => setTimeout(() => document.querySelectorAll(".coopmap").forEach(read)));
})();
