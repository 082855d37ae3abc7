"""Run a GitHub workflow on this machine: its `run:` steps for real, its `uses:` steps by stand-ins for the actions."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

INSTALL = "Install Standfirst"  # the one `run:` step that is not run: this environment stands in for it
ALWAYS = "''==''"
TOKENS = re.compile(r"\s*(?:'((?:[^']|'')*)'|([\w.-]+(?:\(\))?)|(==|!=|&&|\|\||!|\(|\)))")


def load(path: Path) -> dict[str, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    workflow["on"] = workflow.pop(True)  # YAML 1.1 takes the key `on` for a truth value
    return workflow


class Expression:
    """GitHub's expressions, as far as publish.yml uses them: names, strings, ==, !=, &&, ||, ! and ()."""

    def __init__(self, text: str, names: Mapping[str, str | bool]) -> None:
        self.tokens: list[tuple[str, str, str]] = TOKENS.findall(text)
        assert TOKENS.sub("", text).strip() == "", f"not understood: {text}"
        self.names = names

    def value(self) -> str | bool:
        result = self.either()
        assert not self.tokens, f"left over: {self.tokens}"
        return result

    def take(self, *signs: str) -> str:
        return self.tokens.pop(0)[2] if self.tokens and self.tokens[0][2] in signs else ""

    def either(self) -> str | bool:
        left = self.both()
        while self.take("||"):
            right = self.both()
            left = left or right
        return left

    def both(self) -> str | bool:
        left = self.equal()
        while self.take("&&"):
            right = self.equal()
            left = left and right
        return left

    def equal(self) -> str | bool:
        left = self.single()
        if sign := self.take("==", "!="):
            return (left == self.single()) is (sign == "==")
        return left

    def single(self) -> str | bool:
        if self.take("!"):
            return not self.single()
        if self.take("("):
            inner = self.either()
            assert self.take(")")
            return inner
        literal, name, _ = self.tokens.pop(0)
        return self.names[name] if name else literal.replace("''", "'")  # a KeyError names what is unknown


def filled(text: object, names: Mapping[str, str | bool]) -> str:
    """Return the text with each ${{ expression }} replaced by its value."""
    return re.sub(r"\$\{\{(.+?)\}\}", lambda match: str(Expression(match[1], names).value()), str(text))


def holds(condition: str, names: Mapping[str, str | bool]) -> bool:
    text = condition.strip().removeprefix("${{").removesuffix("}}")
    return bool(Expression(text, names).value())


@dataclass
class Job:
    """What became of a job."""

    result: str
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""


@dataclass
class Run:
    """What became of a run of the workflow."""

    jobs: dict[str, Job]

    @property
    def green(self) -> bool:
        return all(job.result != "failure" for job in self.jobs.values())

    @property
    def log(self) -> str:
        return "".join(job.log for job in self.jobs.values())


class Did(NamedTuple):
    """What a step did: exit status, outputs, log."""

    status: int
    outputs: dict[str, str] = {}  # noqa: RUF012 -- only read
    log: str = ""


Action = Callable[["Machine", Mapping[str, Any]], dict[str, str]]


@dataclass
class Machine:
    """A runner: a folder with workspace, home and temporary files, and the stand-ins for actions."""

    root: Path
    github: Mapping[str, str]
    actions: Mapping[str, Action]

    @property
    def workspace(self) -> Path:
        return self.root / "workspace"

    def run(self, workflow: Mapping[str, Any]) -> Run:
        jobs: dict[str, Job] = {}
        for name, job in workflow["jobs"].items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            jobs[name] = self._job(workflow, job, {need: jobs[need] for need in needs})
        return Run(jobs)

    def _job(self, workflow: Mapping[str, Any], job: Mapping[str, Any], needs: Mapping[str, Job]) -> Job:
        names: dict[str, str | bool] = {f"github.{key}": value for key, value in self.github.items()}
        names["cancelled()"] = False
        declared = {name: workflow["jobs"][name].get("outputs", {}) for name in needs}
        names |= {f"needs.{name}.outputs.{key}": "" for name, keys in declared.items() for key in keys}
        names |= {f"needs.{n}.outputs.{key}": value for n, need in needs.items() for key, value in need.outputs.items()}
        condition = job.get("if", ALWAYS)
        ready = "cancelled()" in condition or all(need.result == "success" for need in needs.values())
        if not ready or not holds(condition, names):
            return Job("skipped")
        return self._steps(workflow, job, names)

    def _steps(self, workflow: Mapping[str, Any], job: Mapping[str, Any], names: dict[str, str | bool]) -> Job:
        done = Job("success")
        known = {step["id"] for step in job["steps"] if "id" in step}
        for name, output in re.findall(r"steps\.(\w+)\.outputs\.(\w+)", str(job)):
            assert name in known, f"no step has the id {name}"
            names[f"steps.{name}.outputs.{output}"] = ""
        for step in job["steps"]:
            if not holds(step.get("if", ALWAYS), names):
                continue
            status, outputs, log = self._step(workflow, step, names)
            done.log += log
            names |= {f"steps.{step.get('id')}.outputs.{key}": value for key, value in outputs.items()}
            if status:
                done.result = "failure"
                break
        done.outputs = {key: filled(value, names) for key, value in job.get("outputs", {}).items()}
        return done

    def _step(self, workflow: Mapping[str, Any], step: Mapping[str, Any], names: Mapping[str, str | bool]) -> Did:
        if "uses" in step:
            return Did(0, self.actions[step["uses"].split("@")[0]](self, step.get("with", {})))
        if step["name"] == INSTALL:
            return Did(0)
        assert workflow["defaults"]["run"]["shell"] == "bash"
        assert "${{" not in step["run"], "an expression in a script is an injection"
        return self._script(step["run"], {key: filled(value, names) for key, value in step.get("env", {}).items()})

    def _script(self, script: str, env: Mapping[str, str]) -> Did:
        """Run a script as GitHub's runner does for `shell: bash`."""
        files = {name: self.root / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        (self.root / "temp").mkdir(exist_ok=True)
        (self.root / "script.sh").write_text(script, encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(self.root / "script.sh")],
            cwd=self.workspace if self.workspace.exists() else self.root,  # no checkout, an empty workspace
            env={**self.env(), **{name: str(path) for name, path in files.items()}, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return Did(done.returncode, dict(line.split("=", 1) for line in lines), done.stdout)

    def env(self) -> dict[str, str]:
        return {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.root),
            "LANG": "C.UTF-8",
            "RUNNER_TEMP": str(self.root / "temp"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
        }
