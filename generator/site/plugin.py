"""The thin MkDocs plugin: composes, then points MkDocs at the result."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator import files
from generator.errors import StandfirstError
from generator.mkdocs_yml import place_of
from generator.registry import load_registries
from generator.settings import Settings, load_settings, overlap
from generator.site.pointed import pieces
from generator.site.stage import stage

THEME = Path(__file__).parent / "theme"

_LOG = get_plugin_logger("standfirst")


class StandfirstPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Builds the site of the project that mkdocs.yml stands in; has no options."""

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compose, and read build/docs/ with our theme behind the site owner's own."""
        root = Path(config.config_file_path).parent
        if not config.use_directory_urls:
            raise PluginError("`use_directory_urls: false` is not supported; delete it from mkdocs.yml")
        try:
            settings = load_settings(Path(config.config_file_path))
            _refuse_full_site(config, settings)
            site = Path(config.site_dir)
            files.check_way(root if site.is_relative_to(root) else site.parent, site)
            with files.locked(root):
                staging = stage(root, settings, load_registries(root))
        except StandfirstError as error:
            raise PluginError(str(error)) from error
        for remark in staging.remarks:
            _LOG.info(remark)  # no warning, which would end a strict build
        config.docs_dir = str(root / "build" / "docs")
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        if "standfirst" not in config.markdown_extensions:
            config.markdown_extensions.append("standfirst")
        return config

    def on_build_error(self, error: Exception) -> None:
        """Say in one line what the system refused, a full disk for one."""
        if isinstance(error, OSError) and error.strerror:
            path = error.filename2 or error.filename  # of a copy, what is written
            raise PluginError(str(files.explain(error, Path(path) if path else "site", "used"))) from error

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Take the day of the build off the page, which MkDocs would put into sitemap.xml.gz."""
        page.update_date = "1970-01-01"
        return page

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell our template of briefings where in the text its key points end."""
        about = page.meta.get("standfirst")
        if isinstance(about, dict) and about.get("kind") == "briefing":
            # The text begins with the lede, so that search finds it; the template has that in the header.
            shown = html.removeprefix(f"<p>{about['lede']}</p>")
            about["pieces"], about["has_points"] = pieces(shown, about["points"]), bool(shown.strip())
        return html

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch what people and `generate` write instead of what is composed from it."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        for folder in (root / "docs", root / ".standfirst" / "state"):
            if folder.is_dir():
                server.watch(str(folder))
        return server


def _refuse_full_site(config: MkDocsConfig, settings: Settings) -> None:
    """Refuse a folder of the site that holds articles, states, pages or git's own files: MkDocs empties it."""
    file = Path(config.config_file_path)
    names = (settings.seeds, "docs", ".standfirst", "build/docs", ".git")
    if overlap(Path(config.site_dir), [file.parent / name for name in names]):
        message = f"`site_dir` must be a folder apart from {', '.join(f'{name}/' for name in names)}: MkDocs empties it"
        raise StandfirstError(message, place_of(file, "site_dir"))
