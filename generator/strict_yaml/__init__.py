"""YAML that people write, strictly read: what it may be taken for, and where everything stands."""

from generator.strict_yaml.tree import DEEPEST, Branch, Leaf, Source, Table, Tree, parse

__all__ = ["DEEPEST", "Branch", "Leaf", "Source", "Table", "Tree", "parse"]
