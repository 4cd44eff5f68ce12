{#- What folium's map asks of its template. No text of a record may stand here: branca, the library below
    folium, takes what comes out for a template once more, and would run what it finds in braces. -#}
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = coopmapMap("{{ this.get_name() }}");
{% for layer in this.objects_to_stay_in_front %}
{{ this.get_name() }}.on("overlayadd", () => {{ layer.get_name() }}.bringToFront());
{% endfor %}
{% endmacro %}
