/* The images of folium's plain marker, standing in the page instead of in files beside it. */
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({
  iconUrl: "{{ image('marker-icon.png') }}",
  iconRetinaUrl: "{{ image('marker-icon-2x.png') }}",
  shadowUrl: "{{ image('marker-shadow.png') }}",
});
