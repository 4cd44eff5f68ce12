"""The plain script that coopmap is compared with: geopandas reads the shapes, folium draws them."""

import sys

PARTNERS = "AUS AUT BEL BIH CHE CZE DEU ESP FIN FRA GBR HUN ISL NLD NOR NZL POL SWE"
ROLES = {"DNK": "lead", **dict.fromkeys(PARTNERS.split(), "partner")}
COLOURS = {"lead": "#b3432b", "partner": "#2f6f8f"}


def main(shapes: str, page: str) -> None:
    """Draw the countries of Operation Cumberland from a file of shapes into a page."""
    import folium  # noqa: PLC0415 - the import is part of what is timed, and of this script alone
    import geopandas  # noqa: PLC0415

    world = geopandas.read_file(shapes)
    countries = world[world["code"].isin(ROLES)].copy()
    countries["role"] = countries["code"].map(ROLES)
    sheet = folium.Map(location=[50, 10], zoom_start=3)
    folium.GeoJson(
        countries,
        style_function=lambda feature: {
            "fillColor": COLOURS[feature["properties"]["role"]],
            "color": "white",
            "weight": 1,
            "fillOpacity": 0.9,
        },
        tooltip=folium.GeoJsonTooltip(fields=["name", "role"]),
    ).add_to(sheet)
    sheet.save(page)


if __name__ == "__main__":
    main(*sys.argv[1:])
