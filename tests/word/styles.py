"""The styles part: plain styles, and those that number paragraphs, by themselves or by what they are based on."""

from __future__ import annotations

from numbering import Numbering

FIXED = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr></w:style>'
)


def styles(numbering: Numbering) -> str:
    """Write all styles; ListSecond takes its list from the style it is based on and only its level from itself."""
    own = f'<w:numPr><w:numId w:val="{numbering.styled}"/></w:numPr>' if numbering.styled else ""
    result = [
        FIXED,
        _paragraph_style("ListItem", "Normal", own),
        _paragraph_style("ListItemChild", "ListItem", ""),
        _paragraph_style("ListItemOff", "ListItem", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        _paragraph_style("ListSecond", "ListItem", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    ]
    if numbering.link_target:
        result.append(
            '<w:style w:type="numbering" w:styleId="ListLinked"><w:name w:val="List Linked"/><w:pPr><w:numPr>'
            f'<w:numId w:val="{numbering.link_target}"/></w:numPr></w:pPr></w:style>'
        )
    return "".join(result)


def _paragraph_style(identity: str, base: str, properties: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{identity}"/>'
        f'<w:basedOn w:val="{base}"/>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}</w:style>'
    )
