"""The thin MkDocs plugin: composes, then points MkDocs at the result."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from generator import files
from generator.errors import StandfirstError
from generator.settings import load_settings
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
            load_settings(Path(config.config_file_path))
            with files.locked(root):
                staging = stage(root)
        except StandfirstError as error:
            raise PluginError(str(error)) from error
        for remark in staging.remarks:
            _LOG.info(remark)  # no warning, which would end a strict build
        config.docs_dir = str(root / "build" / "docs")
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        if "standfirst" not in config.markdown_extensions:
            config.markdown_extensions.append("standfirst")
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch what people and `generate` write instead of what is composed from it."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        for folder in (root / "docs", root / ".standfirst" / "state"):
            if folder.is_dir():
                server.watch(str(folder))
        return server
