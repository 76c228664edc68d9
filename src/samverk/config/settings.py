"""Django's settings. They work with no environment at all; what an operator may give is in `environment`."""

from datetime import timedelta
from pathlib import Path

import dj_database_url
import django.conf.locale
from django.utils.translation import gettext_lazy as _

from samverk.base.web.rules import policy
from samverk.config import languages
from samverk.config.environment import Environment
from samverk.config.identity import identity_broker
from samverk.config.secrets import secret_key

ENVIRONMENT = Environment()
DEMONSTRATION = ENVIRONMENT.mode == "demonstration"
PACKAGE = Path(__file__).resolve().parents[1]
VAR = ENVIRONMENT.var

DEBUG = False
SECRET_KEY = secret_key(ENVIRONMENT.secret_key, VAR)
ALLOWED_HOSTS = [host.strip() for host in ENVIRONMENT.hosts.split(",") if host.strip()]
ROOT_URLCONF = "samverk.config.urls"
WSGI_APPLICATION = "samverk.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # ours
    "samverk.demo",
    "samverk.parts.day",
    "samverk.parts.feedback",
    "samverk.parts.site",
    "samverk.base.web",
    "samverk.base.people",
    "samverk.base.organisations",
    "samverk.base.mail",
    "samverk.base.audit",
    "samverk.base.search",
    "samverk.base.queue",
    "samverk.base.events",
    "samverk.base.files",
    "samverk.base.region",
    "samverk.ui",
    # pages
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "samverk.base.people.apps.WagtailUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
    # people
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "rules.apps.AutodiscoverRulesConfig",
    # craft
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "samverk.base.web.middleware.Observe",
    "samverk.base.web.middleware.KnownHosts",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "samverk.base.web.middleware.Protect",
    "samverk.base.web.middleware.Compress",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samverk.base.people.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samverk.base.people.middleware.SecondFactorMiddleware",
    "samverk.base.people.middleware.EditorsDoorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samverk.parts.site.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "samverk.ui.renderer.Renderer"

# --- database -----------------------------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        ENVIRONMENT.database_url or "postgresql://samverk@/samverk", conn_max_age=0, conn_health_checks=True
    )
}
DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}

# --- background work ----------------------------------------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# --- mail ---------------------------------------------------------------------------------------------------
EMAIL_BACKEND = "samverk.base.mail.backend.StoredMailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from
SMTP_URL = ENVIRONMENT.smtp_url
MAIL_DAYS = ENVIRONMENT.mail_days
EDITORS_EMAIL = ENVIRONMENT.editors_email

# --- protection ---------------------------------------------------------------------------------------------
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
HTTPS = not DEMONSTRATION
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = ENVIRONMENT.hsts_seconds if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy.public(https=HTTPS, report_url=ENVIRONMENT.csp_report_url)}
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- speed and sight ----------------------------------------------------------------------------------------
PAGE_CACHE_SECONDS = ENVIRONMENT.page_cache
COOKIES_THAT_CHANGE_PAGES = (SESSION_COOKIE_NAME, "messages")
KIND_OF_VISITOR = "samverk.parts.site.registry.cookies.answer_class"
PATHS_WITHOUT_PAGE_CACHE = (
    *("/redaktion/", "/arrangera/", "/konto/", "/demo/", "/static/", "/media/", "/dokument/"),
    *("/healthz", "/readyz", "/metrics"),
)
STREAMS = ENVIRONMENT.streams
METRICS_TOKEN = ENVIRONMENT.metrics_token
TELEMETRY_ENDPOINT = ENVIRONMENT.telemetry_endpoint
LOGGING_CONFIG = "samverk.config.logs.configure"
LOGGING = {"readable": DEMONSTRATION, "level": ENVIRONMENT.log_level}

# --- people -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/konto/"
SESSION_COOKIE_AGE = 10 * 60 * 60  # a working day
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
PASSWORD_RESET_TIMEOUT = 60 * 60

ACCOUNT_ADAPTER = "samverk.base.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = ENVIRONMENT.base_url.split(":")[0]
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "samverk.base.people.forms.SignIn",
    "reset_password": "samverk.base.people.forms.AskForNewPassword",
    "reset_password_from_key": "samverk.base.people.forms.NewPassword",
    "change_password": "samverk.base.people.forms.ChangePassword",
    "set_password": "samverk.base.people.forms.SetPassword",
    "add_email": "samverk.base.people.forms.ChangeEmail",
    "confirm_email_verification_code": "samverk.base.people.forms.ConfirmEmail",
    "reauthenticate": "samverk.base.people.forms.Reauthenticate",
}
# Five wrong passwords from one place are the business of axes; these stop slow guessing from many.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,20/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies

MFA_ADAPTER = "samverk.base.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "samverk.base.people.forms.OneTimeCode",
    "reauthenticate": "samverk.base.people.forms.OneTimeCodeAgain",
    "activate_totp": "samverk.base.people.forms.AddApp",
    "add_webauthn": "samverk.base.people.forms.AddPasskey",
    "edit_webauthn": "samverk.base.people.forms.RenamePasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Samverk"
MFA_TOTP_TOLERANCE = 10 if DEMONSTRATION else 1  # the demonstration hands out codes ahead of the clock
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMONSTRATION

SOCIALACCOUNT_ADAPTER = "samverk.base.people.adapters.BrokerAdapter"
# The way to the broker is a link, for the Content-Security-Policy lets no form lead away from the site.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": identity_broker(ENVIRONMENT)}
BROKER_IS_STRONG = ENVIRONMENT.oidc_is_strong

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "samverk.base.people.adapters.attempted_email"
AXES_CLIENT_IP_CALLABLE = "samverk.base.people.adapters.client_address"
AXES_LOCKOUT_CALLABLE = "samverk.base.people.views.account.locked_out"

AUDIT_DAYS = ENVIRONMENT.audit_days
INVITATION_DAYS = ENVIRONMENT.invitation_days
IMPORT_DAYS = ENVIRONMENT.import_days
COMMENT_DAYS = ENVIRONMENT.comment_days
COMMENT_DAYS_AT_MOST = ENVIRONMENT.comment_days_at_most
COMMENT_EMAIL_DAYS = ENVIRONMENT.comment_email_days
SPEAKER_DAYS = ENVIRONMENT.speaker_days

# --- comments -----------------------------------------------------------------------------------------------
COMMENTS_IN_TEN_MINUTES = ENVIRONMENT.comments_in_ten_minutes
COMMENTS_IN_A_DAY = ENVIRONMENT.comments_in_a_day
COMMENTS_IN_A_MINUTE = ENVIRONMENT.comments_in_a_minute
VERIFICATION_MINUTES = ENVIRONMENT.verification_minutes
VERIFICATION_EFFORT = ENVIRONMENT.verification_effort

# --- days ---------------------------------------------------------------------------------------------------
OFFER_HOURS = ENVIRONMENT.offer_hours
REGISTRATIONS_IN_TEN_MINUTES = ENVIRONMENT.registrations_in_ten_minutes
DOOR_REQUESTS_IN_TEN_MINUTES = ENVIRONMENT.door_requests_in_ten_minutes
AUDIENCE_QUESTIONS_IN_TEN_MINUTES = ENVIRONMENT.audience_questions_in_ten_minutes
AUDIENCE_DAYS = ENVIRONMENT.audience_days
SENSITIVE_ANSWER_DAYS = ENVIRONMENT.sensitive_answer_days
REGISTRATION_DAYS = ENVIRONMENT.registration_days
PROPOSALS_IN_TEN_MINUTES = ENVIRONMENT.proposals_in_ten_minutes
PROPOSAL_DAYS = ENVIRONMENT.proposal_days
EVALUATION_TEXT_DAYS = ENVIRONMENT.evaluation_text_days

# --- language -----------------------------------------------------------------------------------------------
LANGUAGES = languages.chosen(ENVIRONMENT.languages)
LANGUAGE_CODE = LANGUAGES[0][0]
django.conf.locale.LANG_INFO.update(languages.KNOWN_TO_SAMVERK)
LOCALE_PATHS = [languages.LOCALE]
FORMAT_MODULE_PATH = "samverk.config.formats"
# for languages that Django has no forms of
DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y H:i"
SHORT_DATE_FORMAT = "Y-m-d"
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
FIRST_DAY_OF_WEEK = 1
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
PATHS_IN_THE_LANGUAGE_OF_THE_BROWSER = ("/arrangera/", "/konto/", "/demo/")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES

# --- files --------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WAGTAILIMAGES_IMAGE_MODEL = "files.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "samverk.base.files.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "files.File"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "samverk.base.files.forms.FileForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILMEDIA = {
    "MEDIA_MODEL": "files.Film",
    "MEDIA_FORM_BASE": "samverk.base.files.forms.FilmForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": [],
}

# --- pages --------------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Samverk"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.base_url
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
TAGGIT_CASE_INSENSITIVE = True

SITE_NAME = _("Samverk")
