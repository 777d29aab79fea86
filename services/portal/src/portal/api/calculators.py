"""HTTP for everybody: calculators by GET, answered by the owners of the rules. Keeps nothing."""

from fastapi import APIRouter, Request, Response

from portal.api.pages import missing
from portal.forms import FORMS, entered
from portal.neighbours import Away, Neighbours, RefusedThere
from portal.rendering import page
from shared.http.callers import ContextDependency

router = APIRouter(include_in_schema=False)


@router.get("/calculators")
async def calculators(request: Request, context: ContextDependency) -> Response:
    """Every calculator."""
    return page(request, context, "calculators.html", forms=list(FORMS.values()))


@router.get("/calculators/{code}")
async def calculator(request: Request, context: ContextDependency, code: str) -> Response:
    """One calculator: empty, with what is wrong, or with the answer."""
    form = FORMS.get(code)
    if form is None:
        return missing(request, context)
    typed = {name: value[:40] for name, value in request.query_params.items()}
    read = entered(form, typed) if typed else None
    found, sentence = None, ""
    if read is not None and not read.wrong:
        neighbours: Neighbours = request.app.state.neighbours
        try:
            found = await neighbours.calculate(form.service, form.calculator, read.asked)
        except RefusedThere as refused:
            sentence = str(refused)
        except Away:
            sentence = "暂时无法计算，请稍后再试。"
    return page(
        request, context, "calculator.html",
        form=form, typed=typed, wrong=read.wrong if read else {}, found=found, sentence=sentence,
    )  # fmt: skip
