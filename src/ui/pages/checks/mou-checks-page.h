/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-checks-page: the findings of the agreement: a click goes to the cell, a fix is applied as one undoable edit. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_CHECKS_PAGE (mou_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (MouChecksPage, mou_checks_page, MOU, CHECKS_PAGE, MouPage)

G_END_DECLS
