# SPDX-FileCopyrightText: The MOU Scorecard developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of the scoring rules, to hold the engine against.

Written from the rules of the field, not from the C code: exact fractions, one function per rule, no attempt at speed. evaluate()
takes an agreement as its JSON says it ("mou-scorecard/1") and answers what `mou evaluate --format json` must say.
"""

import ast
from fractions import Fraction

SCALES = {
    'five-level': {'points': [1, 2, 3, 4, 5], 'floor': 1},
    'three-level': {'points': [50, 75, 100], 'floor': 0, 'labels': ['below base', 'base', 'standard', 'advanced']},
    'percent': {'points': [100], 'floor': 0},
    'rfd': {'points': [60, 70, 80, 90, 100], 'floor': 0},
}


class State(Exception):
    """Instead of a score: a state and, for people, why."""

    def __init__(self, name, actual=None):
        super().__init__(name)
        self.name = name
        self.actual = actual


# --- numbers ---------------------------------------------------------------------------------------------------------------------

def round_half_up(value, places):
    """Text with that many places; a tie goes away from zero."""
    unit = 10 ** places
    doubled = abs(value) * unit * 2
    whole = (doubled.numerator // doubled.denominator + 1) // 2
    sign = '-' if value < 0 and whole else ''
    digits = str(whole).rjust(places + 1, '0')
    return sign + (digits[:-places] + '.' + digits[-places:] if places else digits)


# --- formulas --------------------------------------------------------------------------------------------------------------------

def compute_formula(text, variables):
    source = text.replace('×', '*').replace('÷', '/').replace('−', '-')
    functions = {'sum': sum, 'mean': lambda values: sum(values) / len(values), 'min': min, 'max': max}

    def value_of(node):
        if isinstance(node, ast.Constant):
            return Fraction(ast.get_source_segment(source, node))
        if isinstance(node, ast.Name):
            if node.id not in variables:
                raise State('not-reported')
            return variables[node.id]
        if isinstance(node, ast.UnaryOp):
            return -value_of(node.operand)
        if isinstance(node, ast.Call):
            return functions[node.func.id]([value_of(argument) for argument in node.args])
        left, right = value_of(node.left), value_of(node.right)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
        if right == 0:
            raise State('error')
        return left / right

    return value_of(ast.parse(source, mode='eval').body)


# --- levels ----------------------------------------------------------------------------------------------------------------------

def read_levels(levels, shift):
    """Per level: None where absent, 'words', or (op, value)."""
    read = []
    for level in levels or []:
        if level is None or ('value' not in level and 'text' not in level):
            read.append(None)
        elif 'value' in level:
            read.append((level.get('op', ''), Fraction(level['value']) + shift))
        else:
            read.append('words')
    return read


def is_number(level):
    return isinstance(level, tuple)


def find_direction(levels):
    """+1 when the numbers rise with the level, -1 when they fall; by the inequalities when first and last are equal."""
    numbers = [level for level in levels if is_number(level)]
    if len(numbers) < 2:
        raise State('error')
    first, last = numbers[0], numbers[-1]
    if first[1] != last[1]:
        return 1 if last[1] > first[1] else -1
    for op, flip in ((last[0], 1), (first[0], -1)):
        if op:
            return flip * (1 if op[0] == '>' else -1)
    raise State('error')


class Ladder:
    """The levels turned so that more is better."""

    def __init__(self, levels, scale, gap, stepped):
        self.points, self.floor, self.gap, self.stepped = scale['points'], scale['floor'], gap, stepped
        self.levels = levels[:len(self.points)]
        self.direction = find_direction(self.levels)
        self.numbered = [i for i, level in enumerate(self.levels) if is_number(level)]
        for lower, upper in zip(self.numbered, self.numbered[1:]):
            self.check_pair(lower, upper)

    def height(self, i):
        return self.levels[i][1] * self.direction

    def opens(self, i):
        """'worse': all that is worse than the number; 'beyond': only what is better than it; '' a plain or at-least number."""
        op = self.levels[i][0]
        if not op:
            return ''
        towards_more = (1 if op[0] == '>' else -1) * self.direction > 0
        if not towards_more:
            return 'worse'
        return '' if op.endswith('=') else 'beyond'

    def check_pair(self, lower, upper):
        """Strictly better, or equal where no value can belong to both; what is open on the worse side comes first."""
        if self.opens(upper) == 'worse' and self.opens(lower) != 'worse':
            raise State('error')
        if self.height(upper) > self.height(lower):
            return
        strictly_worse = self.opens(lower) == 'worse' and not self.levels[lower][0].endswith('=')
        apart = (self.opens(upper) == '' and strictly_worse) or (self.opens(upper) == 'beyond' and self.opens(lower) != 'beyond')
        if self.height(upper) < self.height(lower) or not apart:
            raise State('error')

    def reaches(self, position, height):
        i = self.numbered[position]
        if self.opens(i) == 'worse':
            if position == 0:
                return True
            below = self.numbered[position - 1]  # worse too: where that one ends, this one begins
            return height > self.height(below) or (height == self.height(below) and not self.levels[below][0].endswith('='))
        return height > self.height(i) or (height == self.height(i) and self.opens(i) == '')

    def climbs(self, lower, upper):
        if self.stepped or self.opens(lower) or self.opens(upper):
            return False
        between = self.levels[lower + 1:upper]
        if not between:
            return True
        plain = self.levels[lower][0] == '' and self.levels[upper][0] == ''
        return self.gap == 'bridge' and plain and all(level is None for level in between)

    def score(self, actual):
        """(score, level)"""
        height = actual * self.direction
        reached = [position for position in range(len(self.numbered)) if self.reaches(position, height)]
        if not reached:
            return Fraction(self.floor), 0
        position = reached[-1]
        lower = self.numbered[position]
        if position + 1 < len(self.numbered):
            upper = self.numbered[position + 1]
            if self.climbs(lower, upper):
                near, far = height - self.height(lower), self.height(upper) - height
                return (self.points[lower] * far + self.points[upper] * near) / (near + far), lower + 1
        return Fraction(self.points[lower]), lower + 1


def score_target(levels, actual, stepped):
    """The percent scale: 100 at the target, in proportion before it."""
    if not levels or not is_number(levels[0]):
        raise State('error', actual)
    op, target = levels[0]
    if stepped:
        falls = op.startswith('<')
        met = (actual < target or (actual == target and op == '<=')) if falls else (actual > target or (actual == target and op != '>'))
        return (Fraction(100), 1) if met else (Fraction(0), 0)
    if target <= 0 or op.startswith('<'):
        raise State('error', actual)
    return max(Fraction(0), min(Fraction(100), actual / target * 100)), int(actual >= target)


def score_by_levels(levels, scale_name, gap, stepped, actual):
    try:
        if scale_name == 'percent':
            return score_target(levels, actual, stepped)
        return Ladder(levels, SCALES[scale_name], gap, stepped).score(actual)
    except State as state:
        raise State(state.name, actual) from None


# --- one indicator ---------------------------------------------------------------------------------------------------------------

def shift_of(indicator):
    return sum((Fraction(rebase['to']) - Fraction(rebase['from']) for rebase in indicator.get('rebases', [])), Fraction(0))


def measured_levels(indicator):
    holder = indicator['measure'] if 'measure' in indicator else indicator
    return read_levels(holder.get('levels'), shift_of(indicator))


def measured_value(indicator, result):
    if indicator.get('formula') and result.get('variables'):
        declared = {variable['name'] for variable in indicator.get('variables', [])}
        given = {name: Fraction(value) for name, value in result['variables'].items() if name in declared}
        return compute_formula(indicator['formula'], given)
    if 'value' not in result:
        raise State('not-reported')
    return Fraction(result['value'])


def level_reached(score, scale):
    return sum(1 for points in scale['points'] if score >= points)


def score_given(value, scale):
    if not scale['floor'] <= value <= scale['points'][-1]:
        raise State('error', value)
    return value, level_reached(value, scale)


def score_pick(indicator, pick, scale):
    """A level the assessor chose; a fraction is a part of the next level, where a gate of that level does not forbid it."""
    worth = [scale['floor']] + scale['points']
    if not 0 <= pick <= len(scale['points']):
        raise State('error')
    full = pick.numerator // pick.denominator
    if pick == full:
        return Fraction(worth[full]), full
    if any(gate['level'] == full + 1 and not gate.get('pro_rata') for gate in indicator.get('gates', [])):
        raise State('error')
    return worth[full] + (pick - full) * (worth[full + 1] - worth[full]), full


def score_number(indicator, result, scale_name, stepped):
    """(score, level, actual) of a linear, stepped or gated indicator's number."""
    levels = measured_levels(indicator)[:len(SCALES[scale_name]['points'])]
    if 'level' in result:
        pick = Fraction(result['level'])
        part_of = -(-pick.numerator // pick.denominator)
        if not 1 <= part_of <= len(levels) or levels[part_of - 1] != 'words':
            raise State('error')
        return (*score_pick(indicator, pick, SCALES[scale_name]), None)
    actual = measured_value(indicator, result)
    return (*score_by_levels(levels, scale_name, indicator.get('gap', 'bridge'), stepped, actual), actual)


def gate_limit(indicator, given, scale):
    """(points, full levels) that the gates let through."""
    worth = [scale['floor']] + scale['points']
    for level in range(1, len(worth)):
        opening = Fraction(1)
        for gate in indicator['gates']:
            if gate['level'] == level:
                part = Fraction(given.get(str(level), '0'))
                opening = min(opening, part if gate.get('pro_rata') or part == 1 else Fraction(0))
        if opening < 1:
            return worth[level - 1] + opening * (worth[level] - worth[level - 1]), level - 1
    return Fraction(worth[-1]), len(worth) - 1


def score_gated(indicator, result, scale_name):
    score, level, actual = score_number(indicator, result, scale_name, False)
    if indicator.get('gates'):
        if not result.get('gates'):
            raise State('not-reported', actual)
        limit, open_levels = gate_limit(indicator, result['gates'], SCALES[scale_name])
        if limit < score:
            score, level = limit, min(level, open_levels)
    return score, level, actual


def score_checklist(indicator, result, scale_name):
    if result.get('items'):
        weights = [Fraction(item['weight']) for item in indicator.get('items', [])]
        if sum(weights) <= 0:
            raise State('error')
        done = sum((weight * Fraction(part) for weight, part in zip(weights, result['items'])), Fraction(0))
        actual = done / sum(weights) * 100
    else:
        actual = measured_value(indicator, result)
    levels = measured_levels(indicator)
    if not any(is_number(level) for level in levels):
        usual = {5: [60, 70, 80, 90, 100], 1: [100]}.get(len(SCALES[scale_name]['points']))
        if usual is None:
            raise State('error', actual)
        levels = [('', Fraction(value)) for value in usual]
    return (*score_by_levels(levels, scale_name, indicator.get('gap', 'bridge'), False, actual), actual)


def is_reported(result):
    return any(result.get(key) for key in ('value', 'level', 'variables', 'gates', 'items'))


def score_result(indicator, result, scale_name):
    scale, kind = SCALES[scale_name], indicator['kind']
    if result is None or 'state' in result or not is_reported(result):
        raise State((result or {}).get('state', 'not-reported'))
    if kind == 'group':
        raise State('not-reported')
    if kind in ('linear', 'stepped'):
        return score_number(indicator, result, scale_name, kind == 'stepped')
    if kind == 'gated':
        return score_gated(indicator, result, scale_name)
    if kind == 'checklist':
        return score_checklist(indicator, result, scale_name)
    by_level = 'level' in result and (kind == 'judged' or not (result.get('value') or result.get('variables')))
    if by_level:
        return (*score_pick(indicator, Fraction(result['level']), scale), None)
    actual = measured_value(indicator, result)
    return (*score_given(actual, scale), actual)


def score_past(indicator, year, scale_name):
    past = indicator.get('history', {}).get(str(year))
    if isinstance(past, dict):
        past = past['value']
    if past is None or past == '-':
        raise State('not-reported')
    if past == 'N/A':
        raise State('pending')
    actual = Fraction(past)
    if indicator['kind'] in ('linear', 'stepped'):
        return score_number(indicator, {'value': past}, scale_name, indicator['kind'] == 'stepped')
    return (*score_given(actual, SCALES[scale_name]), actual)


def score_leaf(indicator, assessment, scale_name):
    found = {'state': 'scored', 'score': None, 'actual': None, 'level': 0, 'deduction': None, 'is_leaf': True}
    try:
        if assessment['kind'] == 'backtest':
            scored = score_past(indicator, assessment.get('history_year'), scale_name)
        else:
            scored = score_result(indicator, assessment.get('results', {}).get(indicator['code']), scale_name)
        found['score'], found['level'], found['actual'] = scored
    except State as state:
        found['state'], found['actual'] = state.name, state.actual
    return found


# --- the whole card --------------------------------------------------------------------------------------------------------------

class Card:
    def __init__(self, agreement, assessment):
        self.scale_name = agreement['scale']
        self.scale = SCALES[self.scale_name]
        self.policy = agreement.get('not_applicable', 'within-group')
        self.child4 = agreement.get('rounding', 'full') == 'child4'
        self.roots = agreement['indicators']
        self.assessment = assessment
        self.found = {}
        self.score_leaves(self.roots)
        self.weigh(self.roots, Fraction(1))
        for root in self.roots:
            self.finish(root)

    def leaves(self, nodes):
        for node in nodes:
            if node.get('children'):
                yield from self.leaves(node['children'])
            else:
                yield node

    def score_leaves(self, nodes):
        for leaf in self.leaves(nodes):
            self.found[leaf['code']] = score_leaf(leaf, self.assessment, self.scale_name)

    def applies(self, node):
        return any(self.found[leaf['code']]['state'] != 'not-applicable' for leaf in self.leaves([node]))

    def written_weight(self, node):
        return sum((Fraction(leaf.get('weight', '0')) for leaf in self.leaves([node])), Fraction(0))

    def weigh(self, siblings, factor):
        """The effective weight of every leaf, from the roots down."""
        if self.policy == 'within-group':
            everything = sum(self.written_weight(node) for node in siblings)
            applicable = sum(self.written_weight(node) for node in siblings if self.applies(node))
            if applicable:
                factor = factor * everything / applicable
        for node in siblings:
            if node.get('children'):
                self.weigh(node['children'], factor)
                continue
            leaf = self.found[node['code']]
            if 'weight' not in node:
                leaf['effective_weight'] = None
            elif leaf['state'] == 'not-applicable' and self.policy != 'count-as-floor':
                leaf['effective_weight'] = Fraction(0)
            else:
                leaf['effective_weight'] = Fraction(node['weight']) * factor

    def deducted(self, code):
        amounts = [Fraction(d['amount']) for d in self.assessment.get('deductions', []) if d.get('indicator') == code]
        return sum(amounts, Fraction(0)) if amounts else None

    def clamp(self, score):
        return max(Fraction(self.scale['floor']), min(Fraction(self.scale['points'][-1]), score))

    def deduct(self, code, found):
        amount = self.deducted(code)
        if found['score'] is not None and amount is not None:
            found['deduction'] = amount
            found['score'] = self.clamp(found['score'] - amount)

    def finish(self, node):
        """(Σ w·s ÷ 100, Σ w) of what counts below the node."""
        if node.get('children'):
            return self.finish_group(node)
        found = self.found[node['code']]
        if found['state'] == 'not-applicable' and self.policy == 'count-as-floor':
            found['score'] = Fraction(self.scale['floor'])
        self.deduct(node['code'], found)
        found['weighted'] = None
        if found['score'] is None or found['effective_weight'] is None:
            return Fraction(0), Fraction(0), 0
        score = Fraction(round_half_up(found['score'], 4)) if self.child4 else found['score']
        found['weighted'] = found['effective_weight'] * score / 100
        return found['weighted'], found['effective_weight'], 1

    def finish_group(self, node):
        parts = [self.finish(child) for child in node['children']]
        weighted, weight, counted = (sum(column) for column in zip(*parts))
        below = [self.found[leaf['code']] for leaf in self.leaves([node])]
        weights = [leaf['effective_weight'] for leaf in below if leaf['effective_weight'] is not None]
        found = {'state': 'scored', 'score': None, 'actual': None, 'level': 0, 'deduction': None, 'weighted': None,
                 'effective_weight': sum(weights) if weights else None}
        self.found[node['code']] = found
        if weight:
            found['score'] = weighted * 100 / weight
            self.deduct(node['code'], found)
            found['weighted'] = found['score'] * weight / 100
        else:
            found['state'] = self.common_state(below)
        return (found['weighted'] or Fraction(0)), weight, counted

    @staticmethod
    def common_state(below):
        states = {leaf['state'] for leaf in below} - {'not-applicable'}
        if not states:
            return 'not-applicable'
        return states.pop() if states in ({'pending'}, {'error'}) else 'not-reported'

    def total(self):
        leaves = [self.found[leaf['code']] for leaf in self.leaves(self.roots)]
        top = [self.found[root['code']] for root in self.roots]
        points = sum((node['weighted'] for node in top if node['weighted'] is not None), Fraction(0))
        evaluated = sum((leaf['effective_weight'] for leaf in leaves if leaf['weighted'] is not None), Fraction(0))
        total = points * 100 / evaluated if evaluated else None
        deduction = self.deducted(None)
        if total is not None and deduction is not None:
            total = self.clamp(total - deduction)
        if self.policy == 'block' and any(leaf['state'] == 'not-applicable' for leaf in leaves):
            total = None
        return {'exact': total, 'points': points, 'evaluated_weight': evaluated,
                'weight': sum((Fraction(leaf.get('weight', '0')) for leaf in self.leaves(self.roots)), Fraction(0)),
                'complete': bool(leaves) and all(leaf['state'] in ('scored', 'not-applicable') for leaf in leaves)}


def evaluate(document):
    """The last assessment of the agreement: (total, {code: found}) with fractions throughout."""
    agreement = document['agreement']
    card = Card(agreement, agreement['assessments'][-1])
    return card.total(), card.found
