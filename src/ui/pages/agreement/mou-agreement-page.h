/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-agreement-page: everything of the agreement that is no indicator: the organisation, the agreement's own fields, vision, missions,
 * parties, terms and notes, each value an editor as in the inspector. */
#pragma once

#include "mou-page.h"

G_BEGIN_DECLS

#define MOU_TYPE_AGREEMENT_PAGE (mou_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (MouAgreementPage, mou_agreement_page, MOU, AGREEMENT_PAGE, MouPage)

G_END_DECLS
