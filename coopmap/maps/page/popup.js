/* folium's popups ask jQuery for one thing, an element made of their text; this gives it, styles included. */
function $(text) {
  const parsed = new DOMParser().parseFromString(text.trim(), "text/html");
  return [document.adoptNode(parsed.body.firstElementChild)];
}
