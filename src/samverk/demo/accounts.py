"""The invented people of the demonstration, one for each role, with their passwords and one-time codes."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samverk.base.organisations import actions as organisations
from samverk.base.organisations.models import Invitation, Organisation, OrganisationKind, Role
from samverk.base.organisations.permissions import NEED_A_SECOND_FACTOR, OPERATOR
from samverk.base.people import actions as people
from samverk.base.people import queries as known
from samverk.base.people.models import User

PASSWORD = "norrsken-i-april"  # noqa: S105 - it is shown on the demonstration's own page
CODE_LIFE = 30
CODES_AHEAD = 10
"""How many codes ahead of the clock the demonstration accepts, so that one can sign in again at once."""

REGION = "Region Norrsken"
ENTERPRISE = "Kärnans trädgård"


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist."""

    role: Role
    name: str
    mailbox: str
    organisation: str
    kind: OrganisationKind
    sees: Promise

    @property
    def email(self) -> str:
        """An address in a domain that is set aside for examples."""
        return f"{self.mailbox}@example.org"


@dataclass(frozen=True)
class Login:
    """How to sign in as somebody; `code` is empty for those who need no second factor."""

    role: str
    role_in_words: str
    name: str
    email: str
    password: str
    code: str
    sees: str


PEOPLE = (
    Invented(
        Role.EDITOR,
        "Elsa Fjällmark",
        "redaktor",
        REGION,
        OrganisationKind.REGION,
        gettext_lazy("Skriver och ändrar sidor, importerar sidor och skickar dem till granskning."),
    ),
    Invented(
        Role.LEAD_EDITOR,
        "Henrik Älvsund",
        "huvudredaktor",
        REGION,
        OrganisationKind.REGION,
        gettext_lazy("Som webbredaktören, och granskar och publicerar."),
    ),
    Invented(
        Role.ORGANISER,
        "Amina Granlid",
        "arrangor",
        REGION,
        OrganisationKind.REGION,
        gettext_lazy("Ordnar Sociala företagsdagen: program, föreläsare och anmälda, under Arrangera."),
    ),
    Invented(
        Role.REPRESENTATIVE,
        "Rut Björkbacka",
        "foretradare",
        ENTERPRISE,
        OrganisationKind.ENTERPRISE,
        gettext_lazy("Företräder ett socialt företag. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.BUYER,
        "Jonas Stenudd",
        "kopare",
        "Lövåsens kommun",
        OrganisationKind.MUNICIPALITY,
        gettext_lazy("Köper av sociala företag. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.SUPERVISOR,
        "Maja Tallberg",
        "handledare",
        ENTERPRISE,
        OrganisationKind.ENTERPRISE,
        gettext_lazy("Handleder deltagare. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.PARTICIPANT,
        "Sami Myrling",
        "deltagare",
        ENTERPRISE,
        OrganisationKind.ENTERPRISE,
        gettext_lazy("Arbetstränar i ett socialt företag. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.CASEWORKER,
        "Karin Snöbohm",
        "handlaggare",
        "Myndigheten i Lövåsen",
        OrganisationKind.AGENCY,
        gettext_lazy("Anvisar deltagare. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.FUNDER,
        "Tage Isfors",
        "finansiar",
        "Tillväxtfonden Norrsken",
        OrganisationKind.AGENCY,
        gettext_lazy("Följer vad satsningen leder till. Än så länge: det egna kontot."),
    ),
    Invented(
        Role.ADMINISTRATOR,
        "Ada Vinterqvist",
        "administrator",
        REGION,
        OrganisationKind.REGION,
        gettext_lazy("Bjuder in personer, ger roller och läser händelseloggen."),
    ),
)


def create(*, now: datetime) -> tuple[Login, ...]:
    """Make the invented people, those who are not there already, and tell how to sign in as them."""
    for person in PEOPLE:
        if not User.objects.filter(email=person.email).exists():
            _open_account(person, now)
    return logins(now=now)


def logins(*, now: datetime) -> tuple[Login, ...]:
    """How to sign in as each of those who are there, with a code that works now and has not been used."""
    there = set(
        User.objects.filter(email__in=[person.email for person in PEOPLE]).values_list("email", flat=True)
    )
    apps = Authenticator.objects.filter(type=Authenticator.Type.TOTP, user__email__in=there).select_related(
        "user"
    )
    codes = {app.user.email: _fresh_code(app, now) for app in apps}
    return tuple(
        Login(
            role=person.role.value,
            role_in_words=str(person.role.label),
            name=person.name,
            email=person.email,
            password=PASSWORD,
            code=codes.get(person.email, ""),
            sees=str(person.sees),
        )
        for person in PEOPLE
        if person.email in there
    )


def exist() -> bool:
    """Whether any of the invented people can sign in here."""
    return User.objects.filter(email__in=[person.email for person in PEOPLE], is_active=True).exists()


def _open_account(person: Invented, now: datetime) -> None:
    organisation = organisations.found(actor=OPERATOR, name=person.organisation, kind=person.kind)
    invitation = _invite(person, organisation, now)
    user = people.accept(invitation_id=invitation.pk, name=person.name, password=PASSWORD)
    if person.role in NEED_A_SECOND_FACTOR:
        totp.TOTP.activate(user, totp.generate_totp_secret())


def _invite(person: Invented, organisation: Organisation, now: datetime) -> Invitation:
    promise = organisations.invite(
        actor=OPERATOR,
        email=person.email,
        name=person.name,
        organisation=organisation,
        role=person.role,
        now=now,
    )
    assert isinstance(promise, Invitation)  # noqa: S101 - nobody has this address yet
    return promise


def _fresh_code(app: Authenticator, now: datetime) -> str:
    secret = decrypt(app.data["secret"])
    first = int(now.timestamp()) // CODE_LIFE
    codes = [totp.format_hotp_value(totp.hotp_value(secret, first + step)) for step in range(CODES_AHEAD)]
    spent = known.spent_codes(user_id=app.user_id)
    return next((code for code in codes if code not in spent), codes[0])
