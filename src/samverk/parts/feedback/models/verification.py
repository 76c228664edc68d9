from datetime import datetime

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

# One round trip tells whether a proof was new, and if not, for what it was spent.
SPEND = """
    INSERT INTO feedback_spentproof (key, contents, expires_at) VALUES (%s, %s, %s)
    ON CONFLICT (key) DO UPDATE SET key = feedback_spentproof.key
    RETURNING contents, xmax = 0
"""


class SpentProofQuerySet(models.QuerySet["SpentProof"]):
    """Words about proofs that have been used."""

    def spend(self, *, key: str, contents: str, expires_at: datetime) -> tuple[str, bool]:
        """Note that a proof is used. Returns for what contents it was used first, and whether that is now."""
        with connection.cursor() as cursor:
            cursor.execute(SPEND, [key, contents, expires_at])
            first, is_new = cursor.fetchone()
        return first, is_new


class SpentProof(models.Model):
    """A proof that a person sends, which counts once. Kept until nobody could use it any more.

    `contents` is a keyed fingerprint of what was sent with it: the same form sent twice is known by it.
    """

    key = models.CharField(_("prov"), max_length=64, primary_key=True)
    contents = models.CharField(_("avtryck"), max_length=64, blank=True)
    expires_at = models.DateTimeField(_("gäller till"), db_index=True)

    objects = SpentProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("använt prov")
        verbose_name_plural = _("använda prov")

    def __str__(self) -> str:
        return self.key
