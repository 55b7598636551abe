"""Judges the examples of a document by their schemas, and compares what the generated types made of them.

    examples.py judge ANSWERS EXAMPLES    what `apus dump answers` printed -> one example on each line, with a verdict
    examples.py compare ANSWERS EXAMPLES READINGS RESULTS
"""

import sys

from examples_compare import compare_all
from examples_judge import judge_all

if __name__ == "__main__":
    {"judge": judge_all, "compare": compare_all}[sys.argv[1]](*sys.argv[2:])
