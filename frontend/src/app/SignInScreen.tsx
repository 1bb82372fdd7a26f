import { BrandName } from '@/app/Brand'
import { LanguageSwitch } from '@/app/LanguageSwitch'
import { RacePicture } from '@/features/identity/sign-in/RacePicture'
import { SignIn } from '@/features/identity/sign-in/SignIn'

/** The door: the way in at the left, what there is inside at the right. A phone shows only the way in. */
export function SignInScreen() {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(400px,1fr)_1.25fr] phone:grid-cols-1">
      <div className="flex min-h-dvh flex-col px-16 py-8 phone:px-6 phone:py-6 [@media(max-width:1000px)]:px-10">
        <header>
          <BrandName className="text-[16px]" />
        </header>
        <main className="my-auto w-80 max-w-full py-8 prose-wrap">
          <SignIn />
        </main>
        <footer className="flex justify-end text-small">
          <LanguageSwitch />
        </footer>
      </div>
      <div aria-hidden className="grid items-center overflow-hidden border-l border-line bg-bg pl-12 phone:hidden">
        <RacePicture />
      </div>
    </div>
  )
}
