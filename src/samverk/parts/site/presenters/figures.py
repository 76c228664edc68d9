"""Pictures, in the words and sizes that a template shows."""

from dataclasses import dataclass

from samverk.parts.site.queries.library import Picture, Use


@dataclass(frozen=True)
class Figure:
    """A picture with its words. `src` is the middle size, `srcset` has them all."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    credit_label: str = ""


def figure(
    picture: Picture | None,
    *,
    use: Use,
    alt: str = "",
    is_decorative: bool = False,
    caption: str = "",
    credit: str = "",
) -> Figure | None:
    """A picture with the words that the page gives it, or else its own; nothing when the picture is gone."""
    if not picture or not picture.sizes.get(use):
        return None
    sizes = sorted(picture.sizes[use], key=lambda size: size.width)
    middle = sizes[len(sizes) // 2]
    label, name = _split(credit or picture.credit)
    return Figure(
        src=middle.url,
        srcset=", ".join(f"{size.url} {size.width}w" for size in sizes) if len(sizes) > 1 else "",
        width=middle.width,
        height=middle.height,
        alt="" if is_decorative else alt or picture.alt,
        caption=caption or picture.caption,
        credit=name,
        credit_label=label,
    )


def _split(credit: str) -> tuple[str, str]:
    """A credit is a name, or a name after a label of its own, like "Illustration: Anna"."""
    label, colon, name = credit.partition(":")
    return (f"{label}:", name.strip()) if colon else ("", credit)
